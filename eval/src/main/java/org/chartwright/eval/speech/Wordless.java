package org.chartwright.eval.speech;

/**
 * Sound in which nobody speaks: what a microphone hears before, after and between visits. Made by arithmetic; the same
 * number gives the same sound.
 */
final class Wordless {

    private static final double[] HARMONIC = {1, 2, 3, 4, 5, 6};
    private static final double[] BELL = {1, 2.76, 5.4, 8.93};

    private final SoundSketch sketch;

    /** What there is. */
    enum Kind {
        SILENCE, DITHER, HUM, HISS, RUMBLE, WIND, RAIN, FAN, TYPING, STEPS, MONITOR, TELEPHONE_RINGS, DIALLING, SIREN,
        PIANO, ORGAN, GUITAR, DRUMS, BELLS, BAND, VIOLIN, FLUTE, TRUMPET, MUSIC_BOX, VACUUM
    }

    private Wordless(SoundSketch sketch) {
        this.sketch = sketch;
    }

    /** One of them. */
    static Kind kind(int number) {
        return Kind.values()[number % Kind.values().length];
    }

    /** Half a minute of it. */
    static short[] sound(int number) {
        return sound(kind(number), 90_000 + number, 20 + number % 3 * 5);
    }

    /** So much of one kind; another seed gives another sound. */
    static short[] sound(Kind kind, long seed, double seconds) {
        SoundSketch sketch = new SoundSketch(seed, seconds);
        new Wordless(sketch).make(kind);
        double level = kind == Kind.SILENCE ? 0 : kind == Kind.DITHER ? 1 : 12_000 * Math.pow(10, -sketch.between(0, 25) / 20);
        return Surroundings.levelled(sketch.out, level);
    }

    private void make(Kind kind) {
        switch (kind) {
            case SILENCE -> {}
            case DITHER, HISS -> sketch.noise(0, sketch.out.length, 1, 1);
            case HUM -> sketch.tone(0, sketch.out.length, sketch.luck.nextBoolean() ? 50 : 60, HARMONIC, 0, 0);
            case RUMBLE -> sketch.noise(0, sketch.out.length, 1, 0.03);
            case WIND -> sketch.waves(0.08, 0.3);
            case RAIN -> {
                sketch.noise(0, sketch.out.length, 0.3, 0.7);
                sketch.strokes(40, 0.004, 1);
            }
            case FAN, VACUUM -> {
                sketch.noise(0, sketch.out.length, 1, kind == Kind.FAN ? 0.1 : 0.5);
                sketch.tone(0, sketch.out.length, sketch.between(80, 240), HARMONIC, 0, 0);
            }
            case TYPING -> sketch.strokes(6, 0.02, 1);
            case STEPS -> sketch.strokes(1.8, 0.08, 0.1);
            case MONITOR -> sketch.repeated(sketch.between(0.6, 1.1), 0.12, () -> new double[] {880, 960});
            case TELEPHONE_RINGS -> sketch.repeated(3, 1.2, () -> new double[] {440, 480});
            case DIALLING -> sketch.repeated(0.3, 0.15, () -> new double[] {
                new double[] {697, 770, 852, 941}[sketch.luck.nextInt(4)], new double[] {1209, 1336, 1477}[sketch.luck.nextInt(3)]
            });
            case SIREN -> sketch.siren();
            case PIANO -> sketch.melody(0.35, HARMONIC, 3, 0, 2);
            case MUSIC_BOX -> sketch.melody(0.25, BELL, 4, 0, 1);
            case ORGAN -> sketch.melody(1.2, HARMONIC, 0.2, 0, 3);
            case GUITAR -> sketch.melody(0.3, HARMONIC, 5, 0, 1);
            case BELLS -> sketch.melody(1.5, BELL, 1.5, 0, 1);
            case VIOLIN -> sketch.melody(0.7, HARMONIC, 0.3, 6, 1);
            case FLUTE -> sketch.melody(0.6, new double[] {1, 2}, 0.3, 5, 1);
            case TRUMPET -> sketch.melody(0.4, HARMONIC, 0.6, 0, 1);
            case DRUMS -> sketch.drums();
            case BAND -> {
                sketch.drums();
                sketch.melody(0.3, HARMONIC, 3, 0, 2);
                sketch.melody(1.2, HARMONIC, 0.3, 5, 1);
            }
        }
    }
}
