package org.chartwright.speakers;

import java.util.Arrays;

/** Finds the most likely course of voices through the spoken frames: Viterbi with a least stay and prices for changes. */
final class Resegmentation {

    private final SpokenFrames spoken;
    private final Tuning tuning;

    Resegmentation(SpokenFrames spoken, Tuning tuning) {
        if (tuning.leastStayFrames() < 1 || tuning.leastStayFrames() > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("The least stay must be 1 to 127 frames");
        }
        this.spoken = spoken;
        this.tuning = tuning;
    }

    /** The scaled log-likelihood of every spoken frame under every voice. */
    float[][] scores(Voice[] voices) {
        float[][] scores = new float[voices.length][spoken.size()];
        double[] cepstra = new double[VoiceFeatures.CEPSTRA];
        for (int t = 0; t < spoken.size(); t++) {
            int frame = spoken.frames()[t];
            spoken.store().cepstra(frame, cepstra);
            double pitch = spoken.store().logPitch(frame);
            for (int v = 0; v < voices.length; v++) {
                scores[v][t] =
                        (float) (tuning.likelihoodScale() * voices[v].score(cepstra, pitch, tuning.pitchWeight()));
            }
        }
        return scores;
    }

    /** The voice of every spoken frame. */
    int[] course(float[][] scores) {
        int voices = scores.length;
        int length = spoken.size();
        int stay = tuning.leastStayFrames();
        // How many frames long the stay was that was confirmed at a frame; 0 where the voice simply went on.
        byte[][] confirmed = new byte[voices][length];
        double[] running = new double[voices];
        double[][] sums = new double[voices][stay + 1];
        double[] best = new double[length];
        int[] top = new int[length];
        for (int t = 0; t < length; t++) {
            // A stay that is confirmed here began its least length ago, or at the last pause.
            int begin = entry(t, stay);
            best[t] = Double.NEGATIVE_INFINITY;
            for (int v = 0; v < voices; v++) {
                double before = sums[v][(begin + stay) % (stay + 1)];
                double now = (t == 0 ? 0 : sums[v][(t + stay) % (stay + 1)]) + scores[v][t];
                sums[v][t % (stay + 1)] = now;
                double goOn = t == 0 ? Double.NEGATIVE_INFINITY : running[v] + scores[v][t];
                double enter = begin == 0
                        ? now
                        : best[begin - 1] - (top[begin - 1] == v ? 0 : price(begin)) + now - before;
                if (enter > goOn) {
                    confirmed[v][t] = (byte) (t - begin + 1);
                    running[v] = enter;
                } else {
                    running[v] = goOn;
                }
                if (running[v] > best[t]) {
                    best[t] = running[v];
                    top[t] = v;
                }
            }
        }
        return trace(confirmed, top);
    }

    private int[] trace(byte[][] confirmed, int[] top) {
        int[] labels = new int[spoken.size()];
        int t = labels.length - 1;
        int voice = t < 0 ? 0 : top[t];
        while (t >= 0) {
            int length = confirmed[voice][t];
            if (length == 0) {
                labels[t--] = voice;
            } else {
                Arrays.fill(labels, t - length + 1, t + 1, voice);
                t -= length;
                voice = t < 0 ? voice : top[t];
            }
        }
        return labels;
    }

    /** Where a stay that reaches its least length at {@code t} began: some frames ago, or after the pause before that. */
    private int entry(int t, int stay) {
        int begin = t;
        for (int n = 1; n < stay && begin > 0; n++) {
            if (spoken.pauses()[begin] >= SpokenFrames.PHRASE_PAUSE) {
                break;
            }
            begin--;
        }
        return begin;
    }

    private double price(int begin) {
        return spoken.pauses()[begin] >= SpokenFrames.PHRASE_PAUSE ? tuning.pausePenalty() : tuning.changePenalty();
    }
}
