package org.chartwright.scribing;

import java.time.Duration;
import java.util.List;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Turn;
import org.chartwright.note.Draft;

/**
 * What was made of a visit.
 *
 * @param length of the recording
 * @param turns readable, in order of time; empty when nobody spoke
 * @param reading segments and insights
 * @param draft the note, and what was left out of it
 * @param sound how good the sound was
 */
public record ScribeResult(Duration length, List<Turn> turns, Reading reading, Draft draft, SoundReport sound) {

    /** Copies the turns. */
    public ScribeResult {
        turns = List.copyOf(turns);
    }

    /** All sections of the template, empty ones too. */
    public Note note() {
        return draft.note();
    }

    @Override
    public String toString() {
        return "ScribeResult[" + length + ", " + turns.size() + " turns]";
    }
}
