package org.chartwright.speech.pocketsphinx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chartwright.speech.Hints;

/**
 * The phrases of a visit's hints as a small language model, to be mixed with the others: a phrase is as likely as any
 * other phrase, and once begun it goes on. With it come pronunciations of its words.
 */
final class PhraseModel {

    /** However few the phrases, none takes more than this share: a rare word must not be heard everywhere. */
    private static final int FEWEST = 100;

    private static final double GOES_ON = 0.95;

    private final List<List<String>> phrases = new ArrayList<>();
    private final Map<String, String> pronunciations = new LinkedHashMap<>();

    /**
     * Reads the hints.
     *
     * @param known words that the dictionary or the clinical words have
     */
    PhraseModel(Hints hints, Set<String> known, LetterSounds letters) {
        for (Hints.Phrase phrase : hints.phrases()) {
            List<String> words = words(phrase.text());
            if (words.isEmpty()) {
                continue;
            }
            phrases.add(words);
            Optional<String> told = told(phrase, words.size(), letters);
            if (told.isPresent() && words.size() == 1) {
                add(words.getFirst(), told.get(), known);
            }
            for (String word : words) {
                if (!known.contains(word) && !pronunciations.containsKey(word)) {
                    letters.phones(word).ifPresent(phones -> add(word, phones, known));
                }
            }
        }
        phrases.removeIf(words ->
                words.stream().anyMatch(word -> !known.contains(word) && !pronunciations.containsKey(word)));
    }

    /** Whether there is nothing to listen for. */
    boolean isEmpty() {
        return phrases.isEmpty();
    }

    /** Words to add to the dictionary, or further pronunciations of words in it, with their phones. */
    Map<String, String> pronunciations() {
        return pronunciations;
    }

    private void add(String word, String phones, Set<String> known) {
        if (!known.contains(word)) {
            pronunciations.putIfAbsent(word, phones);
        } else {
            // High enough to be behind all variants that the dictionary has of its own.
            pronunciations.putIfAbsent(word + "(9)", phones);
        }
    }

    private static Optional<String> told(Hints.Phrase phrase, int words, LetterSounds letters) {
        if (!phrase.ipa().isBlank()) {
            return Arpabet.fromIpa(phrase.ipa());
        }
        if (phrase.soundsLike().isBlank() || words != 1) {
            return Optional.empty();
        }
        StringBuilder phones = new StringBuilder();
        for (String syllable : phrase.soundsLike().toLowerCase(Locale.ROOT).split("[-\\s]+")) {
            Optional<String> said = letters.phones(syllable);
            if (said.isEmpty()) {
                return Optional.empty();
            }
            phones.append(phones.isEmpty() ? "" : " ").append(said.get());
        }
        return Optional.of(phones.toString());
    }

    /** Words as the dictionary writes them; initials such as "u.s." become letters. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).replace('.', ' ').split("[\\s_-]+")) {
            String plain = word.replaceAll("[^a-z']", "");
            if (!plain.isEmpty()) {
                words.add(plain);
            }
        }
        return words;
    }

    /** Writes the model in ARPA's format. */
    void write(Path file) throws IOException {
        Files.writeString(file, arpa(), StandardCharsets.US_ASCII);
    }

    private String arpa() {
        Map<String, Double> starts = new TreeMap<>();
        Map<String, Map<String, Integer>> pairs = new TreeMap<>();
        Map<String, Map<String, Integer>> triples = new TreeMap<>();
        double share = 1.0 / Math.max(FEWEST, phrases.size());
        for (List<String> phrase : phrases) {
            starts.merge(phrase.getFirst(), share, Double::sum);
            for (int i = 1; i < phrase.size(); i++) {
                starts.putIfAbsent(phrase.get(i), 1e-6);
                pairs.computeIfAbsent(phrase.get(i - 1), _ -> new TreeMap<>()).merge(phrase.get(i), 1, Integer::sum);
                if (i > 1) {
                    triples.computeIfAbsent(phrase.get(i - 2) + " " + phrase.get(i - 1), _ -> new TreeMap<>())
                            .merge(phrase.get(i), 1, Integer::sum);
                }
            }
        }
        starts.putIfAbsent("<s>", 1e-9);
        starts.putIfAbsent("</s>", 1e-9);
        StringBuilder text = new StringBuilder("\\data\\\nngram 1=" + starts.size() + "\nngram 2=" + count(pairs));
        text.append("\nngram 3=").append(count(triples)).append("\n\n\\1-grams:\n");
        starts.forEach((word, probability) ->
                text.append(line(probability, word)).append(pairs.containsKey(word) ? "\t-1.3\n" : "\t0\n"));
        text.append("\n\\2-grams:\n");
        grams(pairs, triples.keySet(), text);
        text.append("\n\\3-grams:\n");
        grams(triples, Set.of(), text);
        return text.append("\n\\end\\\n").toString();
    }

    private static void grams(Map<String, Map<String, Integer>> grams, Set<String> contexts, StringBuilder text) {
        grams.forEach((context, words) -> {
            double all = words.values().stream().mapToInt(Integer::intValue).sum();
            words.forEach((word, count) -> {
                String gram = context + " " + word;
                text.append(line(GOES_ON * count / all, gram)).append(contexts.contains(gram) ? "\t-1.3\n" : "\n");
            });
        });
    }

    private static int count(Map<String, Map<String, Integer>> grams) {
        return grams.values().stream().mapToInt(Map::size).sum();
    }

    private static String line(double probability, String gram) {
        return String.format(Locale.ROOT, "%.4f\t%s", Math.log10(Math.min(1, probability)), gram);
    }
}
