package org.chartwright.speech.pocketsphinx;

/**
 * A small system of linear equations in complex numbers whose matrix equals its own conjugate transpose. Only the lower half
 * is filled in; a number is a pair of its real and its imaginary part. One thread.
 */
final class Hermitian {

    private final int size;
    private final double[][][] matrix;
    private final double[][][] wanted;

    Hermitian(int size) {
        this.size = size;
        this.matrix = new double[size][size][2];
        this.wanted = new double[size][1][2];
    }

    /** The matrix by row and column, to be filled in at and below the diagonal. */
    double[][][] matrix() {
        return matrix;
    }

    /** The right side, by row, in its only column. */
    double[][][] wanted() {
        return wanted;
    }

    /**
     * Solves it by Cholesky's method; what was filled in is used up.
     *
     * @param loading which share of the diagonal's mean is added to it, so that there is a solution
     */
    double[][] solve(double loading) {
        double trace = 0;
        for (int i = 0; i < size; i++) {
            trace += matrix[i][i][0];
        }
        double added = loading * trace / size + Double.MIN_NORMAL;
        for (int i = 0; i < size; i++) {
            matrix[i][i][0] += added;
        }
        for (int j = 0; j < size; j++) {
            for (int i = j; i < size; i++) {
                double re = matrix[i][j][0];
                double im = matrix[i][j][1];
                for (int k = 0; k < j; k++) {
                    // minus l(i,k) times the conjugate of l(j,k)
                    re -= matrix[i][k][0] * matrix[j][k][0] + matrix[i][k][1] * matrix[j][k][1];
                    im -= matrix[i][k][1] * matrix[j][k][0] - matrix[i][k][0] * matrix[j][k][1];
                }
                double root = i == j ? Math.sqrt(Math.max(re, added)) : matrix[j][j][0];
                matrix[i][j][0] = i == j ? root : re / root;
                matrix[i][j][1] = i == j ? 0 : im / root;
            }
        }
        double[][] solution = new double[size][2];
        for (int i = 0; i < size; i++) {
            double re = wanted[i][0][0];
            double im = wanted[i][0][1];
            for (int k = 0; k < i; k++) {
                re -= matrix[i][k][0] * solution[k][0] - matrix[i][k][1] * solution[k][1];
                im -= matrix[i][k][0] * solution[k][1] + matrix[i][k][1] * solution[k][0];
            }
            solution[i][0] = re / matrix[i][i][0];
            solution[i][1] = im / matrix[i][i][0];
        }
        for (int i = size - 1; i >= 0; i--) {
            double re = solution[i][0];
            double im = solution[i][1];
            for (int k = i + 1; k < size; k++) {
                // minus the conjugate of l(k,i) times the solution
                re -= matrix[k][i][0] * solution[k][0] + matrix[k][i][1] * solution[k][1];
                im -= matrix[k][i][0] * solution[k][1] - matrix[k][i][1] * solution[k][0];
            }
            solution[i][0] = re / matrix[i][i][0];
            solution[i][1] = im / matrix[i][i][0];
        }
        return solution;
    }
}
