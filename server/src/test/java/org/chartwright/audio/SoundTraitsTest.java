package org.chartwright.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class SoundTraitsTest {

    private static final int RATE = AudioStream.sampleRate();
    private static final int SECONDS = 6;

    @Test
    void strokesThatKeepTimeBeatAndThoseAtRandomDoNot() {
        assertThat(SoundTraits.of(strokes(0)).beat()).isGreaterThan(0.8);
        assertThat(SoundTraits.of(strokes(0.4)).beat()).isLessThan(0.4);
    }

    @Test
    void aHeldToneIsStillAndPureAndNoiseIsNeither() {
        SoundTraits tone = SoundTraits.of(tone(440, 0));
        assertThat(tone.stillness()).isGreaterThan(0.9);
        assertThat(tone.purity()).isBetween(0.8, 1.05);

        SoundTraits noise = SoundTraits.of(noise());
        assertThat(noise.stillness()).isLessThan(0.4);
        assertThat(noise.purity()).isLessThan(0.2);
    }

    @Test
    void whatGlidesIsLessPure() {
        assertThat(SoundTraits.of(tone(1000, 400)).purity())
                .isLessThan(SoundTraits.of(tone(1000, 0)).purity() / 2);
    }

    @Test
    void whistlingIsShallowAndALowVoiceDeep() {
        assertThat(SoundTraits.of(tone(3000, 0)).depth()).isLessThan(0.01);
        assertThat(SoundTraits.of(tone(200, 0)).depth()).isGreaterThan(0.99);
    }

    @Test
    void tooLittleSoundTellsNothing() {
        assertThat(SoundTraits.of(new short[0])).isEqualTo(new SoundTraits(0, 0, 1, 0));
        assertThat(SoundTraits.of(new short[RATE])).isEqualTo(new SoundTraits(0, 0, 1, 0));
        assertThat(SoundTraits.of(new short[2 * RATE])).isEqualTo(new SoundTraits(0, 0, 1, 0));
    }

    /** Bursts of noise every half second, off by up to that many seconds. */
    private static short[] strokes(double off) {
        Random luck = new Random(4);
        short[] samples = new short[SECONDS * RATE];
        for (int from = 0; from < samples.length; from += RATE / 2) {
            int at = from + (int) (luck.nextDouble() * off * RATE);
            for (int k = 0; k < RATE / 10 && at + k < samples.length; k++) {
                samples[at + k] = (short) (3000 * Math.exp(-60.0 * k / RATE) * luck.nextGaussian());
            }
        }
        return samples;
    }

    /** A tone whose pitch swings by that many hertz twice a second. */
    private static short[] tone(double hertz, double swing) {
        short[] samples = new short[SECONDS * RATE];
        double phase = 0;
        for (int i = 0; i < samples.length; i++) {
            phase += 2 * Math.PI * (hertz + swing * Math.sin(4 * Math.PI * i / RATE)) / RATE;
            samples[i] = (short) (8000 * Math.sin(phase));
        }
        return samples;
    }

    private static short[] noise() {
        Random luck = new Random(8);
        short[] samples = new short[SECONDS * RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (2000 * luck.nextGaussian());
        }
        return samples;
    }
}
