package org.chartwright.note;

import java.util.List;
import org.chartwright.encounter.Statement;

/**
 * What did not make it into a note, for the eyes of its author.
 *
 * @param dropped statements that were written and that the verifier refused, with its reason
 * @param unplaced statements for which the template has no section, or no room left
 * @param omissions clinical facts that the note does not hold, the weightiest first
 */
public record DraftReport(List<Dropped> dropped, List<Statement> unplaced, List<Omission> omissions) {

    /** Copies the lists. */
    public DraftReport {
        dropped = List.copyOf(dropped);
        unplaced = List.copyOf(unplaced);
        omissions = List.copyOf(omissions);
    }

    /**
     * A refused statement.
     *
     * @param statement what was refused
     * @param verdict why
     */
    public record Dropped(Statement statement, Verdict verdict) {}

    /**
     * A fact that the note does not hold.
     *
     * @param name the concept
     * @param segment index of the segment that says it
     * @param weight how much it matters, 0 to 1
     */
    public record Omission(String name, int segment, double weight) {

        /** Leaves the name out: it is part of a patient's story. */
        @Override
        public String toString() {
            return "Omission[segment=" + segment + "]";
        }
    }

    @Override
    public String toString() {
        return "DraftReport[" + dropped.size() + " dropped, " + unplaced.size() + " unplaced, " + omissions.size() + " omissions]";
    }
}
