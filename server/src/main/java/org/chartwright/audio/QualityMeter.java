package org.chartwright.audio;

/** Gathers what {@link AudioQuality} says while the sound passes by. One thread at a time. */
final class QualityMeter {

    private static final double STANDS_OUT = 7;
    private static final int CLIP = 32_700;
    private static final int CLIP_RUN = 3;

    /** A band that is this much weaker than the strongest one carries no speech. */
    private static final double BAND_DROP = 55;

    private final double[] speechBands = new double[FrameAnalyser.BANDS];
    private long samples;
    private long spoken;
    private long clipped;
    private int run;
    private long speechFrames;
    private double speechPower;
    private final EchoMeter echo = new EchoMeter();
    private long frames;
    private double noisePower;

    void add(short[] block, int offset, int length) {
        samples += length;
        for (int i = offset; i < offset + length; i++) {
            if (Math.abs(block[i]) >= CLIP) {
                run++;
                clipped += run == CLIP_RUN ? CLIP_RUN : run > CLIP_RUN ? 1 : 0;
            } else {
                run = 0;
            }
        }
    }

    void add(VoiceActivity.Scored scored) {
        frames++;
        noisePower += scored.noise();
        echo.add(FrameAnalyser.decibels(scored.frame().power()), FrameAnalyser.decibels(scored.noise()));
        if (scored.score() >= STANDS_OUT) {
            speechFrames++;
            speechPower += scored.frame().power();
            for (int band = 0; band < FrameAnalyser.BANDS; band++) {
                speechBands[band] += scored.frame().bands()[band];
            }
        }
    }

    /** Notes the length of a piece. */
    void speech(int length) {
        spoken += length;
    }

    AudioQuality quality(boolean damaged) {
        boolean silent = spoken == 0 || speechFrames == 0;
        return new AudioQuality(
                samples / (double) AudioStream.sampleRate(),
                silent ? 0 : (double) spoken / samples,
                silent ? -100 : FrameAnalyser.decibels(speechPower / speechFrames),
                frames == 0 ? -100 : Math.max(-100, FrameAnalyser.decibels(noisePower / frames)),
                samples == 0 ? 0 : (double) clipped / samples,
                silent ? 0 : bandwidth(),
                silent ? 0 : echo.seconds(),
                damaged);
    }

    private int bandwidth() {
        double most = 0;
        for (double band : speechBands) {
            most = Math.max(most, band);
        }
        for (int band = FrameAnalyser.BANDS - 1; band >= 0; band--) {
            if (FrameAnalyser.decibels(speechBands[band] / most) > -BAND_DROP) {
                return FrameAnalyser.upperHertz(band);
            }
        }
        return 0;
    }
}
