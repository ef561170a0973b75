package org.chartwright.encounter;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What one person said without another taking over.
 *
 * @param speaker who
 * @param words what, in order of time; never empty
 */
public record Turn(Speaker speaker, List<Word> words) {

    /** Copies the words. */
    public Turn {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("A turn needs words");
        }
    }

    /** From the start of the first word to the end of the last to end. */
    public TimeSpan time() {
        return words.stream().map(Word::time).reduce(TimeSpan::union).orElseThrow();
    }

    /** The words as a line of text. */
    public String text() {
        return words.stream().map(Word::rendered).collect(Collectors.joining(" "));
    }

    /** Leaves the text out: it is somebody's words. */
    @Override
    public String toString() {
        return "Turn[" + speaker.label() + ", " + words.size() + " words]";
    }
}
