package org.chartwright.speech;

import java.util.List;

/**
 * What may help an engine to hear a particular visit.
 *
 * @param phrases words and phrases to expect, most wanted first
 */
public record Hints(List<Phrase> phrases) {

    /** Nothing known. */
    public static final Hints NONE = new Hints(List.of());

    /** Copies the phrases. */
    public Hints {
        phrases = List.copyOf(phrases);
    }

    /**
     * One phrase of a custom vocabulary.
     *
     * @param text the words, lower case, single spaces
     * @param soundsLike how it is said, in syllables joined by hyphens, or empty
     * @param ipa how it is said, in space-separated IPA symbols, or empty
     */
    public record Phrase(String text, String soundsLike, String ipa) {

        @Override
        public String toString() {
            return "Phrase[" + text.length() + " chars]";
        }
    }

    @Override
    public String toString() {
        return "Hints[" + phrases.size() + " phrases]";
    }
}
