package org.chartwright.speakers;

/**
 * What is enough to fit one full Gaussian to the frames of a stretch and one to its pitch: sums and sums of products.
 * Two stretches that may be one voice are compared by what a common Gaussian loses against two of their own.
 */
final class VoiceStatistics {

    private static final int N = VoiceFeatures.CEPSTRA;
    private static final int PRODUCTS = N * (N + 1) / 2;
    /** Keeps the covariance of a few frames from being singular; cepstra vary by about 1 to 10. */
    private static final double SMALLEST_VARIANCE = 0.05;

    /** Shrinks covariances of short stretches towards the recording's: as if that many frames more were seen. */
    private static final double PRIOR_FRAMES = 12;

    private static final double PITCH_PRIOR_FRAMES = 10;

    private double frames;
    private final double[] sum = new double[N];
    private final double[] products = new double[PRODUCTS];
    private double voiced;
    private double pitchSum;
    private double pitchSquares;

    void add(double[] values, double logPitch) {
        frames++;
        for (int i = 0, p = 0; i < N; i++) {
            double value = values[i];
            sum[i] += value;
            for (int j = 0; j <= i; j++) {
                products[p++] += value * values[j];
            }
        }
        if (logPitch > 0) {
            voiced++;
            pitchSum += logPitch;
            pitchSquares += logPitch * logPitch;
        }
    }

    VoiceStatistics plus(VoiceStatistics other) {
        VoiceStatistics both = new VoiceStatistics();
        both.include(this);
        both.include(other);
        return both;
    }

    void include(VoiceStatistics other) {
        frames += other.frames;
        for (int i = 0; i < N; i++) {
            sum[i] += other.sum[i];
        }
        for (int i = 0; i < PRODUCTS; i++) {
            products[i] += other.products[i];
        }
        voiced += other.voiced;
        pitchSum += other.pitchSum;
        pitchSquares += other.pitchSquares;
    }

    double frames() {
        return frames;
    }

    double voicedFrames() {
        return voiced;
    }

    /** The within-stretch covariance, packed by rows of the lower triangle. */
    double[] covariance() {
        double[] covariance = new double[PRODUCTS];
        for (int i = 0, p = 0; i < N; i++) {
            for (int j = 0; j <= i; j++, p++) {
                covariance[p] = products[p] / frames - sum[i] / frames * (sum[j] / frames);
            }
        }
        return covariance;
    }

    double pitchVariance() {
        return voiced < 1 ? 0 : Math.max(0, pitchSquares / voiced - pitchSum / voiced * (pitchSum / voiced));
    }

    /** Minus the log-likelihood of the cepstra under their own Gaussian, up to what cancels in differences. */
    double shapeCost(double[] prior) {
        double[] matrix = covariance();
        double weight = PRIOR_FRAMES / (frames + PRIOR_FRAMES);
        for (int i = 0, p = 0; i < N; i++) {
            for (int j = 0; j <= i; j++, p++) {
                matrix[p] = (1 - weight) * matrix[p] + weight * prior[p] + (i == j ? SMALLEST_VARIANCE : 0);
            }
        }
        return 0.5 * frames * logDeterminant(matrix);
    }

    /** The same for the pitch. */
    double pitchCost(double priorVariance) {
        double weight = PITCH_PRIOR_FRAMES / (voiced + PITCH_PRIOR_FRAMES);
        return 0.5 * voiced * Math.log((1 - weight) * pitchVariance() + weight * priorVariance + 1e-4);
    }

    /** By Cholesky's factors, in place; the matrix is packed and positive definite. */
    private static double logDeterminant(double[] matrix) {
        double log = 0;
        for (int i = 0; i < N; i++) {
            int row = i * (i + 1) / 2;
            for (int j = 0; j <= i; j++) {
                int other = j * (j + 1) / 2;
                double value = matrix[row + j];
                for (int k = 0; k < j; k++) {
                    value -= matrix[row + k] * matrix[other + k];
                }
                if (i == j) {
                    double pivot = Math.max(value, 1e-9);
                    matrix[row + i] = Math.sqrt(pivot);
                    log += Math.log(pivot);
                } else {
                    matrix[row + j] = value / matrix[other + j];
                }
            }
        }
        return log;
    }
}
