package org.chartwright.scribing;

import java.time.Duration;
import java.util.List;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Turn;

/**
 * What was made of a visit.
 *
 * @param length of the recording
 * @param turns readable, in order of time; empty when nobody spoke
 * @param reading segments and insights
 * @param note all sections of the template, empty ones too
 */
public record ScribeResult(Duration length, List<Turn> turns, Reading reading, Note note) {

    /** Copies the turns. */
    public ScribeResult {
        turns = List.copyOf(turns);
    }

    @Override
    public String toString() {
        return "ScribeResult[" + length + ", " + turns.size() + " turns]";
    }
}
