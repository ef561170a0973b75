package org.chartwright.note.visit;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The Flesch-Kincaid grade of a text: about how many years of school it takes to read it. Syllables are counted by groups of
 * vowels, as is usual; a number counts as one. Stateless.
 */
public final class ReadingGrade {

    private static final double BY_SENTENCE = 0.39;
    private static final double BY_SYLLABLE = 11.8;
    private static final double START = 15.59;
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT = Pattern.compile("(?:[^laeiouy]es|[^dtaeiouy]ed|[^laeiouy]e)$");

    private ReadingGrade() {}

    /** The grade of sentences; 0 for none. */
    public static double of(List<String> sentences) {
        int words = 0;
        int syllables = 0;
        for (String sentence : sentences) {
            for (String word : sentence.split("[^\\p{Alnum}']+", -1)) {
                if (!word.isEmpty()) {
                    words++;
                    syllables += syllables(word);
                }
            }
        }
        return words == 0 ? 0 : BY_SENTENCE * words / sentences.size() + BY_SYLLABLE * syllables / words - START;
    }

    static int syllables(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        long groups = VOWELS.matcher(lower).results().count();
        boolean silent = lower.length() > 2 && groups > 1 && SILENT.matcher(lower).find();
        return (int) Math.max(1, silent ? groups - 1 : groups);
    }
}
