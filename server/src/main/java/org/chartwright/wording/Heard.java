package org.chartwright.wording;

import java.util.List;
import java.util.Set;

/**
 * The words of one turn as the number grammar sees them: lower case, with the marks that were put between them.
 *
 * <p>Outside its ends it is made of empty words, so that rules may look around freely.
 */
final class Heard {

    private final List<String> words;
    private final List<Mark> marks;

    /** Words (lower case, or empty where a word must be left alone) and the mark after each. */
    Heard(List<String> words, List<Mark> marks) {
        if (words.size() != marks.size()) {
            throw new IllegalArgumentException("One mark for each word");
        }
        this.words = words;
        this.marks = marks;
    }

    int size() {
        return words.size();
    }

    String word(int i) {
        return i < 0 || i >= words.size() ? "" : words.get(i);
    }

    boolean is(int i, String word) {
        return word(i).equals(word);
    }

    /** Whether the words from {@code i} on are these, with at most commas between them. */
    boolean says(int i, String... phrase) {
        for (int k = 0; k < phrase.length; k++) {
            if (!is(i + k, phrase[k]) || (k > 0 && ends(i + k - 1))) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing was put between word {@code i} and the next. */
    boolean runsOn(int i) {
        return i >= 0 && i + 1 < words.size() && marks.get(i) == Mark.NONE;
    }

    /** Whether a sentence ends after word {@code i}. */
    boolean ends(int i) {
        return i < 0 || i + 1 >= words.size() || marks.get(i).endsSentence();
    }

    /** Whether any of the words is among the {@code before} words ahead of {@code i}, in the same turn. */
    boolean lately(int i, int before, Set<String> any) {
        for (int k = Math.max(0, i - before); k < i; k++) {
            if (any.contains(words.get(k))) {
                return true;
            }
        }
        return false;
    }
}
