package org.chartwright.audio;

/** A radix-2 Fourier transform of one fixed size, with its tables. Not safe for use by two threads. */
public final class Spectrum {

    private final int size;
    private final double[] cos;
    private final double[] sin;
    private final int[] reversed;

    /** A transform of that many points, a power of two. */
    public Spectrum(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("Not a power of two: " + size);
        }
        this.size = size;
        cos = new double[size / 2];
        sin = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cos[i] = StrictMath.cos(2 * Math.PI * i / size);
            sin[i] = StrictMath.sin(2 * Math.PI * i / size);
        }
        reversed = new int[size];
        int shift = Integer.SIZE - Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < size; i++) {
            reversed[i] = size == 1 ? 0 : Integer.reverse(i) >>> shift;
        }
    }

    /** How many points. */
    public int size() {
        return size;
    }

    /** Transforms in place. */
    public void transform(double[] real, double[] imaginary) {
        for (int i = 0; i < size; i++) {
            int j = reversed[i];
            if (j > i) {
                double r = real[i];
                real[i] = real[j];
                real[j] = r;
                double m = imaginary[i];
                imaginary[i] = imaginary[j];
                imaginary[j] = m;
            }
        }
        pairs(real, imaginary);
        int half = 2;
        // What is left of the stages is done two at a time, so their number must be even.
        if (half < size && Integer.numberOfTrailingZeros(size) % 2 == 0) {
            stage(real, imaginary, half);
            half *= 2;
        }
        for (; half < size; half *= 4) {
            for (int k = 0; k < half; k++) {
                twoStages(real, imaginary, half, k);
            }
        }
    }

    /** The first stage, whose factors are 1. */
    private void pairs(double[] real, double[] imaginary) {
        for (int low = 0; low + 1 < size; low += 2) {
            double r = real[low + 1];
            double m = imaginary[low + 1];
            real[low + 1] = real[low] - r;
            imaginary[low + 1] = imaginary[low] - m;
            real[low] += r;
            imaginary[low] += m;
        }
    }

    private void stage(double[] real, double[] imaginary, int half) {
        int step = size / (2 * half);
        for (int start = 0; start < size; start += 2 * half) {
            for (int k = 0, table = 0; k < half; k++, table += step) {
                int low = start + k;
                int high = low + half;
                double r = real[high] * cos[table] + imaginary[high] * sin[table];
                double m = imaginary[high] * cos[table] - real[high] * sin[table];
                real[high] = real[low] - r;
                imaginary[high] = imaginary[low] - m;
                real[low] += r;
                imaginary[low] += m;
            }
        }
    }

    /**
     * Two stages in one pass: the same sums in the same order as one after the other, so the same bits, with half of the
     * reading and writing.
     */
    private void twoStages(double[] real, double[] imaginary, int half, int k) {
        int first = k * (size / (2 * half));
        int second = first / 2;
        int third = second + size / 4;
        double c1 = cos[first];
        double s1 = sin[first];
        double c2 = cos[second];
        double s2 = sin[second];
        double c3 = cos[third];
        double s3 = sin[third];
        for (int a = k; a < size; a += 4 * half) {
            int b = a + half;
            int c = b + half;
            int d = c + half;
            double rb = real[b] * c1 + imaginary[b] * s1;
            double mb = imaginary[b] * c1 - real[b] * s1;
            double rd = real[d] * c1 + imaginary[d] * s1;
            double md = imaginary[d] * c1 - real[d] * s1;
            double ra = real[a] + rb;
            double ma = imaginary[a] + mb;
            rb = real[a] - rb;
            mb = imaginary[a] - mb;
            double rc = real[c] + rd;
            double mc = imaginary[c] + md;
            rd = real[c] - rd;
            md = imaginary[c] - md;
            double r = rc * c2 + mc * s2;
            double m = mc * c2 - rc * s2;
            real[c] = ra - r;
            imaginary[c] = ma - m;
            real[a] = ra + r;
            imaginary[a] = ma + m;
            r = rd * c3 + md * s3;
            m = md * c3 - rd * s3;
            real[d] = rb - r;
            imaginary[d] = mb - m;
            real[b] = rb + r;
            imaginary[b] = mb + m;
        }
    }

    /**
     * The power spectra of two real signals by one transform; both arrays are overwritten.
     *
     * @param powers where they go: {@code size / 2 + 1} values each
     */
    public void powers(double[] first, double[] second, double[][] powers) {
        transform(first, second);
        for (int k = 0; k <= size / 2; k++) {
            int mirror = (size - k) & (size - 1);
            double r1 = first[k] + first[mirror];
            double m1 = second[k] - second[mirror];
            double r2 = second[k] + second[mirror];
            double m2 = first[mirror] - first[k];
            powers[0][k] = (r1 * r1 + m1 * m1) / 4;
            powers[1][k] = (r2 * r2 + m2 * m2) / 4;
        }
    }
}
