package org.chartwright.speakers;

/**
 * What one voice said before another took over, as far as anyone knows.
 *
 * @param voice whose it seems to be, from 0
 * @param text the words, as written or as heard
 */
public record Line(int voice, String text) {

    /** Checks the voice. */
    public Line {
        if (voice < 0) {
            throw new IllegalArgumentException("Negative voice");
        }
    }

    /** Leaves the text out: it is somebody's words. */
    @Override
    public String toString() {
        return "Line[" + voice + ", " + text.length() + " chars]";
    }
}
