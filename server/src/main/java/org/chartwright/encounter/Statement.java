package org.chartwright.encounter;

import java.util.List;

/**
 * One sentence or bullet of a note with the segments it rests on.
 *
 * @param text the sentence as written; may carry light layout such as a leading {@code "- "}
 * @param evidence the fewest segments that support it, in order of time; never empty
 */
public record Statement(String text, List<SegmentId> evidence) {

    /** Copies the evidence. */
    public Statement {
        evidence = List.copyOf(evidence);
        if (text.isBlank() || evidence.isEmpty()) {
            throw new IllegalArgumentException("A statement needs text and evidence");
        }
    }

    /** Leaves the text out: it is a patient's story. */
    @Override
    public String toString() {
        return "Statement[" + text.length() + " chars, " + evidence.size() + " links]";
    }
}
