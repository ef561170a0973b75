package org.chartwright.wording;

import java.util.List;

/**
 * Heard words that are shown as one word.
 *
 * @param from the first of them
 * @param to after the last of them
 * @param text how they are shown
 */
record Piece(int from, int to, String text) {

    /** No rewriting. */
    static final List<Piece> NONE = List.of();

    /** Checks the ends. */
    Piece {
        if (from >= to || text.isEmpty()) {
            throw new IllegalArgumentException("A piece stands for words");
        }
    }

    /** Leaves the text out: it is somebody's words. */
    @Override
    public String toString() {
        return "Piece[" + from + ".." + to + "]";
    }
}
