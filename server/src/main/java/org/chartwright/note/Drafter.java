package org.chartwright.note;

import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Note;
import org.chartwright.note.visit.VisitPapers;

/** Writes a note from what was understood. Deterministic, stateless, safe for any number of threads. */
public interface Drafter {

    /** Writes the whole note, and says what was left out. */
    Draft write(Reading reading, NoteRequest request);

    /** Proposed orders and the summary for the patient; none, of a drafter that writes notes only. */
    default VisitPapers papers(Reading reading, NoteRequest request) {
        return VisitPapers.NONE;
    }

    /** The note alone. */
    default Note draft(Reading reading, NoteRequest request) {
        return write(reading, request).note();
    }
}
