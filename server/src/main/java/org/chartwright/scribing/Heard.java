package org.chartwright.scribing;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.chartwright.audio.AudioQuality;
import org.chartwright.encounter.Word;
import org.chartwright.speakers.Voices.VoiceSpan;

/**
 * What was heard in a recording: all that later stages need of its sound, and what is kept of a job half done.
 *
 * @param length of the recording
 * @param words in order of time
 * @param voices who spoke when on one microphone; empty by channel
 * @param sound how good each channel is; empty where nobody measured
 */
public record Heard(Duration length, List<Word> words, List<VoiceSpan> voices, List<AudioQuality> sound) {

    /** Copies the lists. */
    public Heard {
        words = List.copyOf(words);
        voices = List.copyOf(voices);
        // What was kept by older versions has none.
        sound = List.copyOf(Objects.requireNonNullElse(sound, List.of()));
    }

    /** Of sound that nobody measured. */
    public Heard(Duration length, List<Word> words, List<VoiceSpan> voices) {
        this(length, words, voices, List.of());
    }

    @Override
    public String toString() {
        return "Heard[" + length + ", " + words.size() + " words]";
    }
}
