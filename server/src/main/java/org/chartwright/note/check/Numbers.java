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
        for (List<Integer> run : runs(text)) {
            numbers.add(Integer.toString(whole(run)));
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
        for (List<Integer> run : runs(lower)) {
            for (int from = 0; from < run.size(); from++) {
                StringBuilder beside = new StringBuilder();
                for (int to = from; to < run.size(); to++) {
                    numbers.add(Integer.toString(whole(run.subList(from, to + 1))));
                    beside.append(run.get(to));
                    numbers.add(beside.toString());
                }
            }
        }
        return numbers;
    }

    private static List<List<Integer>> runs(String text) {
        List<List<Integer>> runs = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (String word : text.split("[^a-z]+", -1)) {
            Integer value = WORDS.get(word);
            if (value != null) {
                open.add(value);
            } else if (!open.isEmpty() && !word.equals("and")) {
                runs.add(open);
                open = new ArrayList<>();
            }
        }
        if (!open.isEmpty()) {
            runs.add(open);
        }
        return runs;
    }

    private static int whole(List<Integer> run) {
        int total = 0;
        int current = 0;
        for (int value : run) {
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
