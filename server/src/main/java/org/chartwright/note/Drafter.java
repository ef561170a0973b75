package org.chartwright.note;

import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Note;

/** Writes a note from what was understood. Deterministic, stateless, safe for any number of threads. */
public interface Drafter {

    /** Writes the whole note. */
    Note draft(Reading reading, NoteRequest request);
}
