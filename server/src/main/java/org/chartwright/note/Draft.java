package org.chartwright.note;

import java.util.List;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Note.NoteSection;

/**
 * A note with what is known about its making.
 *
 * @param note the note: every statement with the segments it rests on
 * @param plain the same as plain text, with upper-case headings and the labels under which steps are grouped
 * @param report what was left out
 */
public record Draft(Note note, String plain, DraftReport report) {

    /** A note in which nothing is stated: nobody spoke. */
    public static Draft empty(NoteRequest request) {
        Note note = new Note(
                request.template().name(),
                request.template().sections().stream()
                        .map(section -> new NoteSection(section, List.of()))
                        .toList());
        return new Draft(note, "", new DraftReport(List.of(), List.of(), List.of()));
    }

    /** Leaves the text out: it is a patient's story. */
    @Override
    public String toString() {
        return "Draft[" + note.template() + ", " + plain.length() + " chars, " + report + "]";
    }
}
