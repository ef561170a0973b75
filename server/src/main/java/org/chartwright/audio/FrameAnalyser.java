package org.chartwright.audio;

import java.util.Arrays;

/**
 * What one frame of 10 ms sounds like: its level in bands, whether it is voiced, and how still its spectrum stands.
 * Frames are to be looked at in order. One thread at a time.
 */
final class FrameAnalyser {

    /** Samples from one frame to the next. */
    static final int HOP = AudioStream.sampleRate() / 100;

    /** Samples that a frame looks at. */
    static final int WINDOW = AudioStream.sampleRate() / 1000 * 32;

    /** Number of bands. */
    static final int BANDS = 16;

    /** What a band holds at least, in dB of full scale: below it lie rounding and dither, not sound. */
    static final double QUIETEST = -96;

    /** Frames between the two looks that tell a glide from a note. */
    static final int LAG = 15;

    private static final int SIZE = 512;
    private static final double LOWEST_HERTZ = 120;
    private static final double HIGHEST_HERTZ = 7000;

    private final RealSpectrum spectrum = new RealSpectrum(SIZE);
    private final double[] window = hann(WINDOW);
    private final double[] weighted = new double[SIZE];
    private final double[] power = new double[SIZE / 2 + 1];
    private final int[] edges = new int[BANDS + 1];
    private final double scale;
    private final Voicing voicing = new Voicing();
    private final boolean[][] history = new boolean[LAG][128];
    private int analysed;

    FrameAnalyser() {
        double sum = 0;
        for (double weight : window) {
            sum += weight * weight;
        }
        // Makes the power over all bins that of the samples, with full scale as 1.
        scale = 2 / (sum * SIZE) / (32768.0 * 32768.0);
        for (int i = 0; i <= BANDS; i++) {
            edges[i] = (int) Math.round(edgeHertz(i) * SIZE / AudioStream.sampleRate());
        }
    }

    /** Looks at the window that begins there. */
    Frame analyse(short[] samples, int at) {
        double mean = 0;
        for (int i = 0; i < WINDOW; i++) {
            mean += samples[at + i];
        }
        mean /= WINDOW;
        for (int i = 0; i < WINDOW; i++) {
            weighted[i] = (samples[at + i] - mean) * window[i];
        }
        spectrum.power(weighted, power);
        double[] bands = new double[BANDS];
        double total = 0;
        for (int band = 0; band < BANDS; band++) {
            double sum = 0;
            for (int bin = edges[band]; bin < edges[band + 1]; bin++) {
                sum += power[bin];
            }
            bands[band] = sum * scale;
            total += bands[band];
        }
        return new Frame(bands, total, voicing.strength(samples, at), steadiness());
    }

    /**
     * The share of the energy in spectral peaks between 300 and 4,000 Hz that lies where peaks were 150 ms before. A voice
     * glides, so it stays at a quarter or a third; a tone or a note does not, and comes near to all.
     */
    private double steadiness() {
        // Those of 150 ms before, each of which makes room for that of now.
        boolean[] peaks = history[analysed % LAG];
        double all = 0;
        double same = 0;
        for (int bin = 10; bin < 128; bin++) {
            double here = power[bin];
            boolean earlier = peaks[bin];
            peaks[bin] = here > power[bin - 1] && here >= power[bin + 1]
                    && here > 4 * Math.min(valley(bin, -1), valley(bin, 1));
            all += peaks[bin] ? here : 0;
            same += peaks[bin] && earlier ? here : 0;
        }
        analysed++;
        return all <= 0 ? 0 : same / all;
    }

    private double valley(int bin, int direction) {
        double least = power[bin + direction];
        for (int i = 2; i <= 4; i++) {
            least = Math.min(least, power[bin + direction * i]);
        }
        return least;
    }

    /** Where that band ends. */
    static int upperHertz(int band) {
        return (int) Math.round(edgeHertz(band + 1));
    }

    private static double edgeHertz(int edge) {
        double mel = mel(LOWEST_HERTZ) + (mel(HIGHEST_HERTZ) - mel(LOWEST_HERTZ)) * edge / BANDS;
        return 700 * (StrictMath.pow(10, mel / 2595) - 1);
    }

    private static double mel(double hertz) {
        return 2595 * StrictMath.log10(1 + hertz / 700);
    }

    /** Hann's window of that many samples. */
    static double[] hann(int size) {
        double[] window = new double[size];
        for (int i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * (i + 0.5) / size);
        }
        return window;
    }

    /** Power as dB of full scale. */
    static double decibels(double power) {
        return power <= 0 ? -200 : 10 * StrictMath.log10(power);
    }

    /**
     * One frame.
     *
     * @param bands power in each band, full scale being 1
     * @param power over all bands
     * @param voicing how periodic it is at the pitch of a voice, 0 to 1
     * @param steadiness how much of its spectrum stood there 150 ms before, 0 to 1
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out of this room
    record Frame(double[] bands, double power, double voicing, double steadiness) {

        @Override
        public String toString() {
            return "Frame" + Arrays.toString(bands);
        }
    }
}
