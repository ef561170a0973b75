package org.chartwright.scribing;

import java.time.Duration;
import java.util.List;
import org.chartwright.encounter.Word;
import org.chartwright.speakers.Voices.VoiceSpan;

/**
 * What was heard in a recording: all that later stages need of its sound, and what is kept of a job half done.
 *
 * @param length of the recording
 * @param words in order of time
 * @param voices who spoke when on one microphone; empty by channel
 */
public record Heard(Duration length, List<Word> words, List<VoiceSpan> voices) {

    /** Copies the lists. */
    public Heard {
        words = List.copyOf(words);
        voices = List.copyOf(voices);
    }

    @Override
    public String toString() {
        return "Heard[" + length + ", " + words.size() + " words]";
    }
}
