package org.chartwright.clinical;

import java.util.Map;
import java.util.Optional;
import java.util.List;

/**
 * Reads numbers as people say them ("five hundred", "one twenty over eighty", "two and a half", "seven point two") and as
 * they are written ("500", "120/80", "2.5").
 */
final class SpokenNumbers {

    private static final Map<String, Integer> UNITS = Map.ofEntries(
            Map.entry("zero", 0), Map.entry("oh", 0), Map.entry("one", 1), Map.entry("two", 2), Map.entry("three", 3),
            Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6), Map.entry("seven", 7),
            Map.entry("eight", 8), Map.entry("nine", 9), Map.entry("ten", 10), Map.entry("eleven", 11),
            Map.entry("twelve", 12), Map.entry("thirteen", 13), Map.entry("fourteen", 14), Map.entry("fifteen", 15),
            Map.entry("sixteen", 16), Map.entry("seventeen", 17), Map.entry("eighteen", 18),
            Map.entry("nineteen", 19));
    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fourty", 40, "fifty", 50, "sixty", 60, "seventy", 70,
            "eighty", 80, "ninety", 90);

    private SpokenNumbers() {}

    /**
     * A number in a list of tokens.
     *
     * @param text the number in digits, such as {@code 500}, {@code 7.2}, {@code 120/80}
     * @param end the index of the token after it
     */
    record Amount(String text, int end) {}

    /** Whether a word can be part of a spoken number, or starts with a digit. */
    static boolean isNumberWord(String word) {
        return (UNITS.containsKey(word) && !word.equals("oh"))
                || TENS.containsKey(word)
                || word.equals("hundred")
                || word.equals("thousand")
                || (!word.isEmpty() && Character.isDigit(word.charAt(0)));
    }

    /** The number that starts at a token, as long as it goes. */
    static Optional<Amount> at(List<Token> tokens, int start) {
        Optional<Amount> first = single(tokens, start);
        if (first.isEmpty()) {
            return first;
        }
        Amount number = first.get();
        int next = number.end();
        if (isForm(tokens, next, "over") && plain(number.text())) {
            Optional<Amount> second = single(tokens, next + 1);
            if (second.isPresent()) {
                return Optional.of(new Amount(number.text() + "/" + second.get().text(), second.get().end()));
            }
        }
        if (isForm(tokens, next, "and")
                && (isForm(tokens, next + 1, "a") && isForm(tokens, next + 2, "half"))) {
            return Optional.of(new Amount(number.text() + ".5", next + 3));
        }
        if ((isForm(tokens, next, "point") || isForm(tokens, next, ".")) && plain(number.text())) {
            Optional<Amount> fraction = single(tokens, next + 1);
            if (fraction.isPresent() && plain(fraction.get().text()) && isSpoken(tokens, start)) {
                return Optional.of(new Amount(
                        number.text() + "." + fraction.get().text(), fraction.get().end()));
            }
        }
        return first;
    }

    private static boolean isSmall(List<Token> tokens, int index) {
        return index < tokens.size()
                && (UNITS.containsKey(tokens.get(index).form()) || TENS.containsKey(tokens.get(index).form()));
    }

    private static boolean isSpoken(List<Token> tokens, int at) {
        return !Character.isDigit(tokens.get(at).form().charAt(0));
    }

    private static boolean plain(String text) {
        return text.indexOf('.') < 0 && text.indexOf('/') < 0;
    }

    private static boolean isForm(List<Token> tokens, int index, String form) {
        return index < tokens.size() && tokens.get(index).form().equals(form);
    }

    private static Optional<Amount> single(List<Token> tokens, int start) {
        if (start >= tokens.size()) {
            return Optional.empty();
        }
        String form = tokens.get(start).form();
        if (!form.isEmpty() && Character.isDigit(form.charAt(0))) {
            boolean ordinal = Character.isLetter(form.charAt(form.length() - 1));
            return ordinal ? Optional.empty() : Optional.of(new Amount(form, start + 1));
        }
        int total = 0;
        int current = -1;
        int i = start;
        for (; i < tokens.size(); i++) {
            String word = tokens.get(i).form();
            Integer unit = UNITS.get(word);
            Integer tens = TENS.get(word);
            boolean digit = current > 0 && current < 10;
            if (word.equals("oh") && !digit) {
                break;
            }
            if (tens != null) {
                if (current < 0) {
                    current = tens;
                } else if (current > 0 && current < 10) {
                    current = current * 100 + tens; // one twenty
                } else if (current % 100 == 0 && current < 1000) {
                    current += tens;
                } else if (current >= 13 && current < 100 && (current < 20 || current == 20)) {
                    current = current * 100 + tens; // nineteen eighty, twenty twenty
                } else {
                    break;
                }
            } else if (unit != null) {
                if (current < 0) {
                    current = unit;
                } else if (unit < 10 && unit > 0 && current % 10 == 0 && current > 10 && current % 100 != 0) {
                    current += unit;
                } else if (current > 0 && current % 100 == 0 && current < 1000 && !isForm(tokens, i + 1, "hundred")) {
                    current += unit;
                } else if (current > 0 && current < 10 && (unit >= 10 || word.equals("oh"))) {
                    current = unit >= 10 ? current * 100 + unit : current * 10; // one eighteen; one oh five
                } else if (current >= 10 && current < 100 && current % 10 == 0 && i > start
                        && tokens.get(i - 1).form().equals("oh")) {
                    current = current * 10 + unit;
                } else {
                    break;
                }
            } else if (word.equals("hundred") && current > 0 && current < 100) {
                current *= 100;
            } else if (word.equals("thousand") && current > 0 && current < 1000) {
                total = current * 1000;
                current = -1;
            } else if (!(word.equals("and") && (total > 0 || current >= 100) && current % 100 <= 0
                    && isSmall(tokens, i + 1))) {
                break;
            }
        }
        if (current < 0 && total == 0) {
            return Optional.empty();
        }
        return Optional.of(new Amount(Integer.toString(total + Math.max(0, current)), i));
    }
}
