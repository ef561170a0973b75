package org.chartwright.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class RealSpectrumTest {

    @Test
    void findsATone() {
        double[] tone = new double[256];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = Math.cos(2 * Math.PI * 9 * i / tone.length);
        }
        double[] power = new double[129];
        new RealSpectrum(256).power(tone, power);
        assertThat(power[9]).isCloseTo(128.0 * 128.0, within(1e-6));
        power[9] = 0;
        assertThat(power).containsOnly(new double[] {0}, within(1e-9));
    }

    @Test
    void isThePowerOfTheWholeTransform() {
        for (int size = 2; size <= 1024; size *= 2) {
            double[] real = new Random(size).doubles(size, -1, 1).toArray();
            double[] power = new double[size / 2 + 1];
            new RealSpectrum(size).power(real.clone(), power);
            double[] imaginary = new double[size];
            new Spectrum(size).transform(real, imaginary);
            for (int k = 0; k <= size / 2; k++) {
                assertThat(power[k])
                        .as("%d of %d", k, size)
                        .isCloseTo(real[k] * real[k] + imaginary[k] * imaginary[k], within(1e-9 * size));
            }
        }
    }
}
