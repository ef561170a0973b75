package org.chartwright.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResamplerTest {

    private static short[] tone(int rate, double hertz) {
        short[] samples = new short[rate];
        for (int i = 0; i < rate; i++) {
            samples[i] = (short) Math.round(10_000 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return samples;
    }

    private static short[] resampled(int rate, short[] samples, long seed) {
        Resampler resampler = Resampler.from(rate);
        Random luck = new Random(seed);
        short[] made = {};
        for (int at = 0; at < samples.length; ) {
            int count = seed == 0 ? samples.length : Math.min(samples.length - at, luck.nextInt(500));
            made = Signals.join(made, resampler.add(samples, at, count));
            at += count;
        }
        return Signals.join(made, resampler.end());
    }

    private static double level(short[] samples) {
        double sum = 0;
        for (short sample : Arrays.copyOfRange(samples, 2000, samples.length - 2000)) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / (samples.length - 4000));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 22_050, 24_000, 32_000, 44_100, 48_000})
    void aSecondStaysASecondWhereverItIsCut(int rate) {
        short[] whole = resampled(rate, tone(rate, 440), 0);
        assertThat(whole).hasSizeBetween(15_999, 16_001);
        for (long seed = 1; seed < 5; seed++) {
            assertThat(resampled(rate, tone(rate, 440), seed)).isEqualTo(whole);
        }
    }

    @Test
    void whatCanBeHeardStaysAndWhatCannotBeHeldGoes() {
        double before = 10_000 / Math.sqrt(2);
        assertThat(level(resampled(48_000, tone(48_000, 1000), 0))).isBetween(0.98 * before, 1.02 * before);
        assertThat(level(resampled(44_100, tone(44_100, 6500), 0))).isBetween(0.9 * before, 1.1 * before);
        assertThat(level(resampled(48_000, tone(48_000, 10_000), 0))).isLessThan(0.01 * before);
    }
}
