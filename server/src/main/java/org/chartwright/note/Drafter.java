package org.chartwright.note;

import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Note;

/** Writes a note from what was understood. Deterministic, stateless, safe for any number of threads. */
public interface Drafter {

    /** Writes the whole note, and says what was left out. */
    Draft write(Reading reading, NoteRequest request);

    /** The note alone. */
    default Note draft(Reading reading, NoteRequest request) {
        return write(reading, request).note();
    }
}
