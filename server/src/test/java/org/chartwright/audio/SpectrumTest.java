package org.chartwright.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class SpectrumTest {

    private final Random luck = new Random(4);

    private double[] noise(int size) {
        return luck.doubles(size, -1000, 1000).toArray();
    }

    /** Stage by stage, as in a textbook. */
    private static void plain(double[] real, double[] imaginary) {
        int size = real.length;
        for (int i = 0, j = 0; i < size; i++) {
            if (j > i) {
                double r = real[i];
                real[i] = real[j];
                real[j] = r;
                double m = imaginary[i];
                imaginary[i] = imaginary[j];
                imaginary[j] = m;
            }
            int bit = size / 2;
            while (bit > 0 && (j & bit) != 0) {
                j ^= bit;
                bit /= 2;
            }
            j ^= bit;
        }
        for (int half = 1; half < size; half *= 2) {
            for (int low = 0; low < size; low++) {
                if ((low & half) == 0) {
                    int high = low + half;
                    int turn = (low & (half - 1)) * (size / (2 * half));
                    double cos = StrictMath.cos(2 * Math.PI * turn / size);
                    double sin = StrictMath.sin(2 * Math.PI * turn / size);
                    double r = real[high] * cos + imaginary[high] * sin;
                    double m = imaginary[high] * cos - real[high] * sin;
                    real[high] = real[low] - r;
                    imaginary[high] = imaginary[low] - m;
                    real[low] += r;
                    imaginary[low] += m;
                }
            }
        }
    }

    /** What was measured and trained with the plain form stays true to the last bit. */
    @Test
    void givesTheBitsOfThePlainForm() {
        for (int size = 1; size <= 2048; size *= 2) {
            double[] real = noise(size);
            double[] imaginary = size % 3 == 1 ? noise(size) : new double[size];
            double[] plainReal = real.clone();
            double[] plainImaginary = imaginary.clone();
            new Spectrum(size).transform(real, imaginary);
            plain(plainReal, plainImaginary);
            for (int i = 0; i < size; i++) {
                // Adding zero makes both zeros one.
                assertThat(real[i] + 0.0).as("%d of %d", i, size).isEqualTo(plainReal[i] + 0.0);
                assertThat(imaginary[i] + 0.0).as("%d of %d", i, size).isEqualTo(plainImaginary[i] + 0.0);
            }
        }
    }
}
