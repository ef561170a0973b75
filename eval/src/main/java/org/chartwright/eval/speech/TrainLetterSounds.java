package org.chartwright.eval.speech;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.chartwright.speech.pocketsphinx.LetterSounds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Learns how letters sound from the pronouncing dictionary: letters and phones are aligned by expectation and
 * maximisation over single best paths, then a rule is kept for each window that says more than the narrower one.
 */
@Command(
        name = "letter-sounds",
        mixinStandardHelpOptions = true,
        description = "Learns to pronounce unknown words from the installed dictionary.")
public final class TrainLetterSounds implements Callable<Integer> {

    @Option(names = "--out", description = "where the file goes")
    private Path out = Path.of("server/src/main/resources/org/chartwright/speech/pocketsphinx");

    @Option(names = "--dictionary", description = "the pronouncing dictionary")
    private Path dictionary = Path.of("/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final Map<String, Double> scores = new HashMap<>();

    private record Entry(String word, List<String> phones) {}

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        List<Entry> training = new ArrayList<>();
        List<Entry> heldBack = new ArrayList<>();
        for (String line : Files.readAllLines(dictionary)) {
            String word = line.substring(0, line.indexOf(' '));
            if (word.matches("[a-z]{3,}")) {
                Entry entry = new Entry(word, List.of(line.substring(line.indexOf(' ') + 1).split(" ")));
                (Math.floorMod(word.hashCode(), 20) == 0 ? heldBack : training).add(entry);
            }
        }
        report(terminal, "on words held back", new LetterSounds(learn(training)), heldBack);
        training.addAll(heldBack);
        Map<String, String> rules = learn(training);
        Path file = out.resolve("letters.gz");
        try (Writer writer =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> rule : new TreeMap<>(rules).entrySet()) {
                writer.write(rule.getKey() + "\t" + rule.getValue() + "\n");
            }
        }
        terminal.printf("%d rules, %d KiB%n", rules.size(), Files.size(file) / 1024);
        return 0;
    }

    private static void report(PrintWriter terminal, String what, LetterSounds sounds, List<Entry> entries) {
        int right = 0;
        for (Entry entry : entries) {
            if (sounds.phones(entry.word()).orElse("").equals(String.join(" ", entry.phones()))) {
                right++;
            }
        }
        terminal.printf("%s: %.1f %% of %d right%n", what, 100.0 * right / entries.size(), entries.size());
    }

    private Map<String, String> learn(List<Entry> entries) {
        scores.clear();
        for (int round = 0; round < 4; round++) {
            Map<String, Double> counts = new HashMap<>();
            Map<Character, Double> letters = new HashMap<>();
            for (Entry entry : entries) {
                List<String> aligned = align(entry);
                for (int i = 0; aligned != null && i < aligned.size(); i++) {
                    counts.merge(entry.word().charAt(i) + aligned.get(i), 1.0, Double::sum);
                    letters.merge(entry.word().charAt(i), 1.0, Double::sum);
                }
            }
            scores.clear();
            counts.forEach((pair, count) -> scores.put(
                    pair, Math.log((count + 0.1) / letters.getOrDefault(pair.charAt(0), 1.0))));
        }
        return rules(entries);
    }

    /** For each letter its phones, joined by spaces; null when there are more than two phones a letter. */
    private @Nullable List<String> align(Entry entry) {
        int letters = entry.word().length();
        int phones = entry.phones().size();
        double[][] best = new double[letters + 1][phones + 1];
        int[][] taken = new int[letters + 1][phones + 1];
        for (double[] row : best) {
            java.util.Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        best[0][0] = 0;
        for (int i = 0; i < letters; i++) {
            for (int j = 0; j <= phones; j++) {
                for (int take = 0; take <= 2 && j + take <= phones; take++) {
                    double score = best[i][j] + score(entry, i, j, take);
                    if (score > best[i + 1][j + take]) {
                        best[i + 1][j + take] = score;
                        taken[i + 1][j + take] = take;
                    }
                }
            }
        }
        if (best[letters][phones] == Double.NEGATIVE_INFINITY) {
            return null;
        }
        List<String> aligned = new ArrayList<>();
        int j = phones;
        for (int i = letters; i > 0; i--) {
            int take = taken[i][j];
            aligned.addFirst(String.join(" ", entry.phones().subList(j - take, j)));
            j -= take;
        }
        return aligned;
    }

    private double score(Entry entry, int letter, int phone, int take) {
        if (scores.isEmpty()) {
            // To begin with: one phone a letter, near the diagonal.
            double off = Math.abs((double) letter / entry.word().length() - (double) phone / entry.phones().size());
            return (take == 1 ? -1 : -2) - off;
        }
        String phones = String.join(" ", entry.phones().subList(phone, phone + take));
        return scores.getOrDefault(entry.word().charAt(letter) + phones, -12.0);
    }

    private Map<String, String> rules(List<Entry> entries) {
        List<Map<String, Map<String, Integer>>> seen = new ArrayList<>();
        for (int level = 0; level < LetterSounds.levels(); level++) {
            seen.add(new HashMap<>());
        }
        for (Entry entry : entries) {
            List<String> aligned = align(entry);
            for (int i = 0; aligned != null && i < aligned.size(); i++) {
                for (int level = 0; level < LetterSounds.levels(); level++) {
                    seen.get(level)
                            .computeIfAbsent(LetterSounds.window(entry.word(), i, level), _ -> new HashMap<>())
                            .merge(aligned.get(i), 1, Integer::sum);
                }
            }
        }
        Map<String, String> rules = new HashMap<>();
        for (int level = LetterSounds.levels() - 1; level >= 0; level--) {
            int least = level <= 1 ? 4 : level == LetterSounds.levels() - 1 ? 1 : 2;
            Map<String, String> fresh = new HashMap<>();
            int here = level;
            seen.get(level).forEach((window, outcomes) -> {
                int all = outcomes.values().stream().mapToInt(Integer::intValue).sum();
                String best = outcomes.entrySet().stream()
                        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .orElseThrow()
                        .getKey();
                if (all >= least && !best.equals(narrower(rules, window, here))) {
                    fresh.put(window, best);
                }
            });
            rules.putAll(fresh);
        }
        return rules;
    }

    /** What the rules so far, all narrower, say for the middle of that window. */
    private static @Nullable String narrower(Map<String, String> rules, String window, int level) {
        int centre = 0;
        while (!Character.isUpperCase(window.charAt(centre))) {
            centre++;
        }
        String lower = window.toLowerCase(java.util.Locale.ROOT);
        for (int wider = level + 1; wider < LetterSounds.levels(); wider++) {
            String found = rules.get(LetterSounds.window(lower, centre, wider));
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
