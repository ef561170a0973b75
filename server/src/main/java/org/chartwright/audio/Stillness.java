package org.chartwright.audio;

/**
 * How still a sound stands: the mean share of its spectral peaks that were there 150 ms before, where it is loud. A voice
 * glides and stays at a quarter or a third, in a room a little above; notes, bells and engines come nearer to all.
 */
public final class Stillness {

    /** How far below the loudest frame a frame may lie to count, in dB. */
    private static final double LOUD = 25;

    private Stillness() {}

    /** The stillness of 16 kHz samples, 0 to 1; 0 where there is too little to tell. Safe for any number of threads. */
    public static double of(short[] samples) {
        int count = Math.max(0, (samples.length - FrameAnalyser.WINDOW) / FrameAnalyser.HOP + 1);
        FrameAnalyser analyser = new FrameAnalyser();
        double[] levels = new double[count];
        double[] steady = new double[count];
        double loudest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            FrameAnalyser.Frame frame = analyser.analyse(samples, i * FrameAnalyser.HOP);
            levels[i] = FrameAnalyser.decibels(frame.power());
            steady[i] = frame.steadiness();
            loudest = Math.max(loudest, levels[i]);
        }
        double sum = 0;
        int seen = 0;
        for (int i = FrameAnalyser.LAG; i < count; i++) {
            if (Math.min(levels[i], levels[i - FrameAnalyser.LAG]) > loudest - LOUD) {
                sum += steady[i];
                seen++;
            }
        }
        return seen == 0 ? 0 : sum / seen;
    }
}
