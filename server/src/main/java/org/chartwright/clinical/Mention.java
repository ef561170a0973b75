package org.chartwright.clinical;

import java.util.List;
import org.chartwright.encounter.Insight;

/**
 * One place where the dialogue speaks of a concept, and what it claims there.
 *
 * @param concept what is spoken of; for "pain in my right knee" the concept is {@code knee pain}
 * @param insight where, with its attributes
 * @param assertion what is claimed
 * @param subject about whom
 * @param relation the relative, such as {@code mother}, when the subject is {@link Subject#FAMILY}; else empty
 * @param segment the index of the segment in {@link Reading#segments()}
 * @param support indexes of the other segments the claim rests on, ascending: the answer to a question, the question of
 *     an answer; usually empty
 */
public record Mention(
        Concept concept,
        Insight insight,
        Assertion assertion,
        Subject subject,
        String relation,
        int segment,
        List<Integer> support) {

    /** Copies the support. */
    public Mention {
        support = List.copyOf(support);
        if (segment < 0) {
            throw new IllegalArgumentException("Negative segment");
        }
    }

    /** Leaves the concept out: it is part of somebody's story. */
    @Override
    public String toString() {
        return "Mention[segment=" + segment + "]";
    }
}
