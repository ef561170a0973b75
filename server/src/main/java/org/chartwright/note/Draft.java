package org.chartwright.note;

import org.chartwright.encounter.Note;

/**
 * A note with what is known about its making.
 *
 * @param note the note: every statement with the segments it rests on
 * @param plain the same as plain text, with upper-case headings and the labels under which steps are grouped
 * @param report what was left out
 */
public record Draft(Note note, String plain, DraftReport report) {

    /** Leaves the text out: it is a patient's story. */
    @Override
    public String toString() {
        return "Draft[" + note.template() + ", " + plain.length() + " chars, " + report + "]";
    }
}
