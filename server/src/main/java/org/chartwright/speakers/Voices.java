package org.chartwright.speakers;

import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.TimeSpan;

/**
 * Listens to one microphone and tells voices apart. Fed every piece of speech in order during the one pass over the
 * recording; keeps features, never samples. One thread.
 */
public interface Voices {

    /** Takes note of the next piece. */
    void observe(SpeechPiece piece);

    /** Asks to mark the voice of somebody who is known; of no effect where that voice is not clearly heard. */
    default void expect(VoicePrint known) {}

    /**
     * Who spoke when.
     *
     * @param most the largest number of voices to find, at least 1
     * @return stretches in order of time; they may overlap where people talked over each other
     */
    List<VoiceSpan> tellApart(int most);

    /** The same as of now, which another thread can tell apart while this one goes on. */
    Voices snapshot();

    /** Which of the voices told apart last is likeliest heard in a piece; 0 before anything was told apart. */
    int likeliest(SpeechPiece piece);

    /**
     * One voice for a while.
     *
     * @param time when
     * @param voice which, from 0 in order of first appearance
     * @param expected whether it is the voice that was expected
     */
    record VoiceSpan(TimeSpan time, int voice, boolean expected) {

        /** Of a voice that nobody expected. */
        public VoiceSpan(TimeSpan time, int voice) {
            this(time, voice, false);
        }
    }
}
