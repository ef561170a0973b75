package org.chartwright.live;

import java.util.List;
import java.util.UUID;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;

/**
 * What was just heard, as it is shown.
 *
 * @param segment its name; what is told of the same stretch of speech again has the same
 * @param channel the channel it was heard on, from 0; -1 where all share one
 * @param time when it was said, from the start of the session's sound
 * @param words none, if what was told before was no speech after all
 * @param isPartial whether it may still change
 */
public record Caption(UUID segment, int channel, TimeSpan time, List<Word> words, boolean isPartial) {

    /** Copies the words. */
    public Caption {
        words = List.copyOf(words);
    }

    /** Leaves the words out. */
    @Override
    public String toString() {
        return "Caption[" + time + ", " + words.size() + " words, partial=" + isPartial + "]";
    }
}
