package org.chartwright.encounter;

import java.util.ArrayList;
import java.util.List;

/**
 * One sentence, more or less: a run of words inside one turn. Its text is rendered from its words in one place, here, so
 * that a character of the text can always be followed to a word.
 *
 * @param id its name, the target of every link
 * @param turn the index of the turn it lies in, from 0
 * @param speaker who said it
 * @param category what it is about
 * @param words its words, never empty
 */
public record Segment(SegmentId id, int turn, Speaker speaker, Category category, List<Word> words) {

    /** Copies the words. */
    public Segment {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("A segment needs words");
        }
        if (turn < 0) {
            throw new IllegalArgumentException("Negative turn");
        }
    }

    /** The words with their marks, one space between. */
    public String text() {
        // Asked for again and again while a visit grows: as few copies as can be.
        StringBuilder text = new StringBuilder(8 * words.size());
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            (i == 0 ? text : text.append(' ')).append(word.text()).append(word.mark());
        }
        return text.toString();
    }

    /** From the first word's start to the latest end. */
    public TimeSpan time() {
        return words.stream().map(Word::time).reduce(TimeSpan::union).orElseThrow();
    }

    /** The words that the characters from {@code begin} to {@code end} (exclusive) of {@link #text()} touch. */
    public List<Word> wordsAt(int begin, int end) {
        List<Word> touched = new ArrayList<>();
        int offset = 0;
        for (Word word : words) {
            int next = offset + word.rendered().length();
            if (offset < end && next > begin) {
                touched.add(word);
            }
            offset = next + 1;
        }
        return touched;
    }

    /** Leaves the text out: it is somebody's words. */
    @Override
    public String toString() {
        return "Segment[" + id + ", " + speaker.label() + ", " + category + ", " + words.size() + " words]";
    }
}
