package org.chartwright.speakers;

import java.util.Arrays;

/**
 * Finds a voice that is known among those of a recording: the one that its print suits best. Microphones and rooms differ, so
 * voices are compared with each other and not with a limit; it must suit one clearly better than the others.
 */
final class KnownVoice {

    /** In nats for each frame. */
    private static final double CLEARLY = 0.3;

    /** A voice heard for less than 2 s is not judged. */
    private static final int LEAST_FRAMES = 100;

    private final Voice known;
    private final SpokenFrames spoken;
    private final Tuning tuning;

    KnownVoice(VoicePrint print, SpokenFrames spoken, Tuning tuning) {
        this.known = print.voice();
        this.spoken = spoken;
        this.tuning = tuning;
    }

    /** Which of the voices it is, -1 when none is clearly. */
    int among(int[] voices) {
        int count = Arrays.stream(voices).max().orElse(-1) + 1;
        double[] sums = new double[count];
        int[] frames = new int[count];
        double[] cepstra = new double[VoiceFeatures.CEPSTRA];
        for (int i = 0; i < voices.length; i++) {
            int frame = spoken.frames()[i];
            spoken.store().cepstra(frame, cepstra);
            sums[voices[i]] += known.score(cepstra, spoken.store().logPitch(frame), tuning.pitchWeight());
            frames[voices[i]]++;
        }
        int best = -1;
        double first = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (int voice = 0; voice < count; voice++) {
            if (frames[voice] >= LEAST_FRAMES) {
                double mean = sums[voice] / frames[voice];
                if (mean > first) {
                    second = first;
                    first = mean;
                    best = voice;
                } else {
                    second = Math.max(second, mean);
                }
            }
        }
        return second > Double.NEGATIVE_INFINITY && first - second >= CLEARLY ? best : -1;
    }
}
