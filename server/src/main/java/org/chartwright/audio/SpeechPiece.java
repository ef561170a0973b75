package org.chartwright.audio;

import org.chartwright.encounter.TimeSpan;

/**
 * A stretch of one channel in which somebody speaks, cut where it is quiet.
 *
 * @param startMillis where it starts in the recording
 * @param channel the channel it comes from, from 0
 * @param samples 16 kHz mono; not copied, nobody may change them
 */
@SuppressWarnings("ArrayRecordComponent") // large, short-lived, and never compared
public record SpeechPiece(long startMillis, int channel, short[] samples) {

    /** When it is. */
    public TimeSpan time() {
        return new TimeSpan(startMillis, startMillis + samples.length * 1000L / AudioStream.sampleRate());
    }
}
