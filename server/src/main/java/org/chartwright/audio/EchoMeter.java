package org.chartwright.audio;

/**
 * How long a room holds on to what was said, found in the ends of sounds: near the mouth many of them fall off within
 * moments, in an echoing room none falls faster than the room does. One thread at a time.
 */
final class EchoMeter {

    private static final double FRAME_SECONDS = 0.01;
    private static final double WHOLE_DECAY = 60;

    /** A fall that counts: from within speech, unbroken, so deep and so long. */
    private static final double LEAST_FALL = 10;

    private static final int LEAST_FRAMES = 5;
    private static final int LEAST_FALLS = 12;

    /** The share of falls that are quicker than the one that is told. */
    private static final double QUICK = 0.3;

    private static final double STEP_SECONDS = 0.02;

    private final int[] falls = new int[100];
    private int count;
    private double before = Double.NEGATIVE_INFINITY;
    private double top;
    private int length;

    /** Takes the next frame's level in dB; {@code noise} is the level that sound cannot fall below. */
    void add(double level, double noise) {
        if (level < before && level > noise + 3) {
            if (length == 0) {
                top = before;
            }
            length++;
        } else {
            end();
        }
        before = level;
    }

    private void end() {
        double fall = top - before;
        if (length >= LEAST_FRAMES && fall >= LEAST_FALL) {
            double seconds = WHOLE_DECAY / fall * length * FRAME_SECONDS;
            falls[Math.min(falls.length - 1, (int) (seconds / STEP_SECONDS))]++;
            count++;
        }
        length = 0;
    }

    /** Seconds until a sound has died by 60 dB; 0 where too little was heard to tell. */
    double seconds() {
        if (count < LEAST_FALLS) {
            return 0;
        }
        int seen = 0;
        int step = 0;
        while (step < falls.length - 1 && (seen += falls[step]) < QUICK * count) {
            step++;
        }
        return (step + 0.5) * STEP_SECONDS;
    }
}
