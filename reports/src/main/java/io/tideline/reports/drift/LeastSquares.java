package io.tideline.reports.drift;

import java.util.Arrays;

/**
 * A least-squares fit of a few regressors and a constant, by the normal equations of centred
 * values.
 *
 * @param coefficients of the regressors, 0 for one that adds nothing to those before it
 * @param residualSquares sum of squares of what is left
 * @param values how many were fitted
 */
record LeastSquares(double[] coefficients, double residualSquares, int values) {
  private static final double NOTHING = 1e-10;

  static LeastSquares of(double[] y, double[]... regressors) {
    int k = regressors.length;
    double[] left = centred(y);
    double[][] x = Arrays.stream(regressors).map(LeastSquares::centred).toArray(double[][]::new);
    double[][] matrix = new double[k][k + 1];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        matrix[i][j] = product(x[i], x[j]);
      }
      matrix[i][k] = product(x[i], left);
    }
    double[] coefficients = solved(matrix);
    for (int i = 0; i < k; i++) {
      for (int n = 0; n < left.length; n++) {
        left[n] -= coefficients[i] * x[i][n];
      }
    }
    return new LeastSquares(coefficients, product(left, left), y.length);
  }

  private static double[] centred(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(value -> value - mean).toArray();
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Gauss and Jordan; a regressor that follows from those before it gets 0. */
  private static double[] solved(double[][] matrix) {
    int k = matrix.length;
    double[] scale = new double[k];
    for (int i = 0; i < k; i++) {
      scale[i] = matrix[i][i];
    }
    for (int i = 0; i < k; i++) {
      if (matrix[i][i] <= NOTHING * scale[i]) {
        matrix[i] = new double[k + 1];
        matrix[i][i] = 1;
      }
      for (int j = 0; j < k; j++) {
        double factor = j == i ? 0 : matrix[j][i] / matrix[i][i];
        for (int c = 0; c <= k; c++) {
          matrix[j][c] -= factor * matrix[i][c];
        }
      }
    }
    double[] solution = new double[k];
    for (int i = 0; i < k; i++) {
      solution[i] = matrix[i][k] / matrix[i][i];
    }
    return solution;
  }

  double coefficient(int regressor) {
    return coefficients[regressor];
  }

  /** Akaike's criterion for small samples; the noise is a parameter, too. */
  double aicc() {
    int k = coefficients.length + 2;
    return values * Math.log(Math.max(residualSquares, Double.MIN_NORMAL) / values)
        + 2 * k
        + 2.0 * k * (k + 1) / (values - k - 1);
  }
}
