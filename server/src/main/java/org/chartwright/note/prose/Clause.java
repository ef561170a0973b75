package org.chartwright.note.prose;

import org.chartwright.encounter.Category;
import org.chartwright.encounter.Role;

/**
 * A stretch of one segment that says one thing.
 *
 * @param segment index of the segment in the reading
 * @param turn index of the turn
 * @param role whose words
 * @param category what the segment is about
 * @param text lower case, contractions written out, fillers gone; marks follow their word; may be empty
 * @param asked whether it is a question
 * @param position where in the visit, 0 to 1
 */
public record Clause(
        int segment, int turn, Role role, Category category, String text, boolean asked, double position) {

    /** Leaves the text out: it is somebody's words. */
    @Override
    public String toString() {
        return "Clause[segment=" + segment + ", " + role + "]";
    }
}
