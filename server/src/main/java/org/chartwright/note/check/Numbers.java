package org.chartwright.note.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a text, whether in digits or in words. Stateless. */
final class Numbers {

    private static final Pattern DIGITS = Pattern.compile("(?<![a-z\\d.])(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.?\\d+)");
    private static final Pattern LIST_NUMBER = Pattern.compile("^\\s*\\d{1,2}[.)]\\s");
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("zero", 0), Map.entry("one", 1), Map.entry("two", 2), Map.entry("three", 3), Map.entry("four", 4),
            Map.entry("five", 5), Map.entry("six", 6), Map.entry("seven", 7), Map.entry("eight", 8),
            Map.entry("nine", 9), Map.entry("ten", 10), Map.entry("eleven", 11), Map.entry("twelve", 12),
            Map.entry("thirteen", 13), Map.entry("fourteen", 14), Map.entry("fifteen", 15), Map.entry("sixteen", 16),
            Map.entry("seventeen", 17), Map.entry("eighteen", 18), Map.entry("nineteen", 19), Map.entry("twenty", 20),
            Map.entry("thirty", 30), Map.entry("forty", 40), Map.entry("fifty", 50), Map.entry("sixty", 60),
            Map.entry("seventy", 70), Map.entry("eighty", 80), Map.entry("ninety", 90), Map.entry("hundred", 100),
            Map.entry("thousand", 1000), Map.entry("first", 1), Map.entry("second", 2), Map.entry("third", 3),
            Map.entry("once", 1), Map.entry("twice", 2), Map.entry("half", 5), Map.entry("couple", 2));
    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    private Numbers() {}

    /** What a sentence states: each number once, in its shortest form. */
    static Set<String> stated(String lower) {
        Set<String> numbers = new TreeSet<>();
        String text = LIST_NUMBER.matcher(lower).replaceFirst(" ");
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            numbers.add(canonical(digits.group()));
        }
        for (List<String> run : runs(text)) {
            numbers.addAll(run);
        }
        numbers.remove("1");
        return numbers;
    }

    /** What a listener could take from a text: also the parts of compound numbers, and numbers read side by side. */
    static Set<String> heard(String lower) {
        Set<String> numbers = new TreeSet<>(stated(lower));
        Matcher digits = DIGITS.matcher(lower);
        while (digits.find()) {
            numbers.add(canonical(digits.group()));
        }
        for (List<String> run : runs(lower)) {
            for (int from = 0; from < run.size(); from++) {
                StringBuilder beside = new StringBuilder();
                for (int to = from; to < run.size() && !run.get(to).contains("."); to++) {
                    beside.append(run.get(to));
                    numbers.add(beside.toString());
                }
            }
        }
        return numbers;
    }

    /**
     * Numbers in words that stand side by side, each as a whole: "twenty five" is 25 and neither 20 nor 5, "six point
     * nine" is 6.9 and neither 6 nor 9.
     */
    private static List<List<String>> runs(String text) {
        List<List<String>> runs = new ArrayList<>();
        List<String> open = new ArrayList<>();
        String[] words = text.split("[^a-z]+", -1);
        for (int i = 0; i < words.length; ) {
            if (!WORDS.containsKey(words[i])) {
                if (!words[i].equals("and") && !open.isEmpty()) {
                    runs.add(open);
                    open = new ArrayList<>();
                }
                i++;
                continue;
            }
            int end = compound(words, i);
            String number = Integer.toString(whole(words, i, end));
            if (end + 1 < words.length && words[end].equals("point") && digit(words[end + 1])) {
                StringBuilder decimal = new StringBuilder(number).append('.');
                for (end++; end < words.length && digit(words[end]); end++) {
                    decimal.append(WORDS.get(words[end]));
                }
                number = canonical(decimal.toString());
            }
            open.add(number);
            i = end;
        }
        if (!open.isEmpty()) {
            runs.add(open);
        }
        return runs;
    }

    private static boolean digit(String word) {
        return WORDS.getOrDefault(word, HUNDRED) < TEN;
    }

    /** Where the number that begins here ends: tens take a unit, hundreds and thousands what is smaller. */
    private static int compound(String[] words, int from) {
        int end = from + 1;
        while (end < words.length) {
            int next = end;
            if (words[next].equals("and") && WORDS.getOrDefault(words[end - 1], 0) >= HUNDRED) {
                next++;
            }
            int value = next < words.length ? WORDS.getOrDefault(words[next], -1) : -1;
            int before = WORDS.getOrDefault(words[end - 1], 0);
            boolean goesOn = value >= HUNDRED
                    || (value >= 0 && before >= HUNDRED)
                    || (value > 0 && value < TEN && before >= 2 * TEN && before < HUNDRED);
            if (!goesOn) {
                return end;
            }
            end = next + 1;
        }
        return end;
    }

    private static int whole(String[] words, int from, int to) {
        int total = 0;
        int current = 0;
        for (int i = from; i < to; i++) {
            int value = WORDS.getOrDefault(words[i], 0);
            if (value >= HUNDRED) {
                current = Math.max(1, current) * value;
                total += value > HUNDRED ? current : 0;
                current = value > HUNDRED ? 0 : current;
            } else {
                current += value;
            }
        }
        return total + current;
    }

    private static String canonical(String digits) {
        return new BigDecimal(digits.replace(",", "")).stripTrailingZeros().toPlainString();
    }
}
