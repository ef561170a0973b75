package org.chartwright.speakers;

/**
 * How one voice sounds: a mixture over its cepstra and a bell curve over the log of its pitch.
 *
 * @param shape the mixture
 * @param pitchMean mean of the log of the pitch in Hz
 * @param pitchDeviation its standard deviation
 */
record Voice(Mixture shape, double pitchMean, double pitchDeviation) {

    /** The share of voiced frames whose pitch is taken to be wrong. */
    private static final double STRAY = 0.15;

    private static final double STRAY_DENSITY = 1 / Math.log(400.0 / 65);
    private static final double LEAST_DEVIATION = 0.06;

    static Voice fit(FrameStore store, int[] frames, int components, int rounds, double[] floor) {
        double count = 0;
        double sum = 0;
        double squares = 0;
        for (int frame : frames) {
            double pitch = store.logPitch(frame);
            if (pitch > 0) {
                count++;
                sum += pitch;
                squares += pitch * pitch;
            }
        }
        double mean = count == 0 ? 5 : sum / count;
        double deviation = count < 2 ? 0.5 : Math.sqrt(Math.max(0, squares / count - mean * mean));
        return new Voice(
                Mixture.fit(store, frames, components, rounds, floor), mean, Math.max(LEAST_DEVIATION, deviation));
    }

    double score(double[] cepstra, double logPitch, double pitchWeight) {
        double score = shape.score(cepstra);
        if (logPitch > 0) {
            double distance = (logPitch - pitchMean) / pitchDeviation;
            double density = Math.exp(-0.5 * distance * distance) / (pitchDeviation * Math.sqrt(2 * Math.PI));
            score += pitchWeight * Math.log((1 - STRAY) * density + STRAY * STRAY_DENSITY);
        }
        return score;
    }
}
