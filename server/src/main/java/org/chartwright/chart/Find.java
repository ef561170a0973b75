package org.chartwright.chart;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A property by which entries are found, and its value in the one form in which it is compared.
 *
 * @param by the name of the property, such as {@code family} or {@code patient}
 * @param value its value: folded for names, as it is for ids
 */
public record Find(String by, String value) {

    private static final int LONGEST_BEGINNING = 24;

    /** Every beginning of every word, so that whoever types the first letters finds it. */
    static Set<Find> beginnings(String by, Collection<String> texts) {
        Set<Find> found = new TreeSet<>(Comparator.comparing(Find::value));
        for (String text : texts) {
            for (String word : folded(text).split(" ")) {
                for (int end = 1; end <= Math.min(word.length(), LONGEST_BEGINNING); end++) {
                    found.add(new Find(by, word.substring(0, end)));
                }
            }
        }
        return found;
    }

    /** A name, or the beginning of one, as somebody typed it. */
    public static Find beginning(String by, String typed) {
        String folded = folded(typed);
        return new Find(by, folded.substring(0, Math.min(folded.length(), LONGEST_BEGINNING)));
    }

    /** Lower case, without accents, words parted by one space. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** Leaves the value out: it may be a name. */
    @Override
    public String toString() {
        return "Find[" + by + "]";
    }
}
