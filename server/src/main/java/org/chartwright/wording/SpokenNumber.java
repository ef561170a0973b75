package org.chartwright.wording;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads numbers said in words. */
final class SpokenNumber {

    /**
     * A number that was said.
     *
     * @param value its whole part
     * @param digits all of it as it is written, without thousands separators
     * @param end after its last word
     */
    record Value(long value, String digits, int end) {

        /** Written with separators from 1,000 on, as safe-dosing rules ask. */
        String grouped() {
            int point = digits.indexOf('.');
            String whole = point < 0 ? digits : digits.substring(0, point);
            StringBuilder text = new StringBuilder(whole);
            for (int i = whole.length() - 3; i > 0; i -= 3) {
                text.insert(i, ',');
            }
            return point < 0 ? text.toString() : text + digits.substring(point);
        }

        boolean fractional() {
            return digits.indexOf('.') >= 0;
        }
    }

    private static final Map<String, Integer> UNITS = numbered(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                    + " seventeen eighteen nineteen",
            1);
    private static final Map<String, Integer> TENS =
            numbered("- - twenty thirty forty fifty sixty seventy eighty ninety", 10);

    private SpokenNumber() {}

    private static Map<String, Integer> numbered(String words, int times) {
        String[] each = words.split(" ", -1);
        return IntStream.range(0, each.length)
                .boxed()
                .filter(i -> !each[i].equals("-"))
                .collect(Collectors.toUnmodifiableMap(i -> each[i], i -> i * times));
    }

    /** A single digit, "oh" included; -1 for any other word. */
    static int digit(String word) {
        if (word.equals("oh") || word.equals("o")) {
            return 0;
        }
        int value = UNITS.getOrDefault(word, -1);
        return value < 10 ? value : -1;
    }

    /** Whether the word can open a cardinal. */
    static boolean opens(String word) {
        return UNITS.containsKey(word) || TENS.containsKey(word);
    }

    /** 0 to 99 from one or two words. */
    static @Nullable Value small(Heard heard, int i) {
        Integer unit = UNITS.get(heard.word(i));
        if (unit != null) {
            return new Value(unit, unit.toString(), i + 1);
        }
        Integer tens = TENS.get(heard.word(i));
        if (tens == null) {
            return null;
        }
        int next = heard.runsOn(i) ? digit(heard.word(i + 1)) : -1;
        boolean joined = next > 0;
        long value = joined ? tens + next : tens;
        return new Value(value, Long.toString(value), joined ? i + 2 : i + 1);
    }

    /** A whole number said in full: "one hundred and thirty eight", "two thousand", "a hundred", "twenty five hundred". */
    static @Nullable Value cardinal(Heard heard, int i) {
        boolean between = heard.is(i - 1, "between");
        Value group = group(heard, i, between);
        if (group == null) {
            return null;
        }
        long total = 0;
        Value last = group;
        for (long scale : new long[] {1_000_000, 1_000}) {
            String name = scale == 1_000 ? "thousand" : "million";
            if (last.value() < 1_000 && heard.is(last.end(), name) && heard.runsOn(last.end() - 1)) {
                total += last.value() * scale;
                int at = last.end() + 1;
                Value rest = heard.runsOn(at - 1) ? group(heard, afterAnd(heard, at, between), between) : null;
                last = rest == null || heard.is(at, "a") ? new Value(0, "0", at) : rest;
            }
        }
        total += last.value();
        return new Value(total, Long.toString(total), last.end());
    }

    /** 0 to 9,999 with at most one "hundred". */
    private static @Nullable Value group(Heard heard, int i, boolean between) {
        boolean article = heard.is(i, "a")
                && Stream.of("hundred", "thousand", "million").anyMatch(scale -> heard.is(i + 1, scale));
        Value first = article ? new Value(1, "1", i + 1) : small(heard, i);
        if (first == null || first.value() == 0) {
            return first;
        }
        int at = first.end();
        if (!heard.is(at, "hundred") || !heard.runsOn(at - 1)) {
            return first;
        }
        long hundreds = first.value() * 100;
        Value rest = heard.runsOn(at) ? small(heard, afterAnd(heard, at + 1, between)) : null;
        // "Five hundred five hundred milligrams" was said twice.
        if (rest == null || rest.value() == 0 || heard.is(rest.end(), "hundred")) {
            return new Value(hundreds, Long.toString(hundreds), at + 1);
        }
        return new Value(hundreds + rest.value(), Long.toString(hundreds + rest.value()), rest.end());
    }

    private static int afterAnd(Heard heard, int i, boolean between) {
        boolean skip = !between && heard.is(i, "and") && heard.runsOn(i) && opens(heard.word(i + 1));
        return skip ? i + 1 : i;
    }

    /** A cardinal with what may follow its point, or "and a half"; also "point five". */
    static @Nullable Value number(Heard heard, int i) {
        if (heard.is(i, "point")) {
            String decimals = decimals(heard, i + 1);
            return decimals.isEmpty() ? null : new Value(0, "0." + decimals, i + 1 + decimalWords(heard, i + 1));
        }
        Value whole = cardinal(heard, i);
        if (whole == null && heard.is(i, "oh") && heard.is(i + 1, "point")) {
            whole = new Value(0, "0", i + 1);
        }
        if (whole == null) {
            return null;
        }
        int at = whole.end();
        if (heard.is(at, "point") && !heard.ends(at - 1)) {
            String decimals = decimals(heard, at + 1);
            if (!decimals.isEmpty()) {
                return new Value(whole.value(), whole.digits() + "." + decimals, at + 1 + decimalWords(heard, at + 1));
            }
        }
        if (heard.runsOn(at - 1) && heard.says(at, "and", "a", "half")) {
            return new Value(whole.value(), whole.digits() + ".5", at + 3);
        }
        if (heard.runsOn(at - 1) && heard.says(at, "and", "a", "quarter")) {
            return new Value(whole.value(), whole.digits() + ".25", at + 3);
        }
        if (heard.runsOn(at - 1) && heard.says(at, "and", "three", "quarters")) {
            return new Value(whole.value(), whole.digits() + ".75", at + 3);
        }
        return whole;
    }

    /** The digits after a point: "one twenty five" is 125, "oh five" is 05. */
    private static String decimals(Heard heard, int i) {
        StringBuilder digits = new StringBuilder();
        int end = i + decimalWords(heard, i);
        for (int at = i; at < end; ) {
            Value two = heard.is(at, "zero") ? null : small(heard, at);
            if (two != null && two.end() <= end) {
                digits.append(two.digits());
                at = two.end();
            } else {
                digits.append(digit(heard.word(at++)));
            }
        }
        return digits.toString();
    }

    private static int decimalWords(Heard heard, int i) {
        int at = i;
        while (at - i < 4 && (at == i || heard.runsOn(at - 1)) && (opens(heard.word(at)) || digit(heard.word(at)) >= 0)) {
            at++;
        }
        return at - i;
    }

    /** Two parts said without "hundred": "one twenty" is 120, "one oh five" is 105, "twelve fifty" is 1250. */
    static @Nullable Value pair(Heard heard, int i) {
        Value first = small(heard, i);
        if (first == null || first.value() == 0 || !heard.runsOn(first.end() - 1)) {
            return null;
        }
        int at = first.end();
        Value second = small(heard, at);
        if (digit(heard.word(at)) == 0 && heard.runsOn(at)) {
            int low = digit(heard.word(at + 1));
            second = low > 0 ? new Value(low, "0" + low, at + 2) : null;
        } else if (second != null && second.value() < 10) {
            second = null;
        }
        if (second == null) {
            return null;
        }
        return new Value(first.value() * 100 + second.value(), first.digits() + second.digits(), second.end());
    }

    /** A year: "nineteen eighty five", "two thousand and seven", "twenty twenty three"; null for any other number. */
    static @Nullable Value year(Heard heard, int i) {
        Value full = cardinal(heard, i);
        if (full != null && full.value() >= 2000 && full.value() < 2100 && heard.is(i, "two")) {
            return full;
        }
        Value paired = pair(heard, i);
        if (paired == null || paired.value() < 1800 || paired.value() >= 2060) {
            return null;
        }
        return heard.is(i, "eighteen") || heard.is(i, "nineteen") || heard.is(i, "twenty") ? paired : null;
    }
}
