package org.chartwright.encounter;

/**
 * One final word, as it is shown, with the mark that follows it.
 *
 * <p>Several heard words may become one shown word ("one twenty over eighty" → "120/80"); it then spans all their time
 * and carries their lowest confidence.
 *
 * @param text what is shown, without white space at its ends, never empty
 * @param mark the punctuation that follows directly ({@code , . ? ! ; :}), or empty
 * @param time when it was said; {@link TimeSpan#NONE} in a typed dialogue
 * @param confidence 0 to 1
 * @param channel the channel of the recording it was heard on, from 0
 * @param flagged whether a vocabulary filter with the method <i>tag</i> matched it
 */
public record Word(String text, String mark, TimeSpan time, double confidence, int channel, boolean flagged) {

    /** Checks ranges. */
    public Word {
        if (text.isBlank() || !text.equals(text.strip())) {
            throw new IllegalArgumentException("A word must have text and no white space at its ends");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("Confidence out of range: " + confidence);
        }
        if (channel < 0) {
            throw new IllegalArgumentException("Negative channel");
        }
    }

    /** A word as a recogniser gives it: no mark, not flagged. */
    public static Word heard(String text, TimeSpan time, double confidence, int channel) {
        return new Word(text, "", time, confidence, channel, false);
    }

    /** The same word shown in another way. */
    public Word shownAs(String newText, String newMark) {
        return new Word(newText, newMark, time, confidence, channel, flagged);
    }

    /** Text and mark together, as rendered. */
    public String rendered() {
        return text + mark;
    }

    /** Leaves the text out: it is somebody's words. */
    @Override
    public String toString() {
        return "Word[" + text.length() + " chars, " + time + ", channel=" + channel + "]";
    }
}
