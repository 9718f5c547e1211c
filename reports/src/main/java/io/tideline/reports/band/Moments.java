package io.tideline.reports.band;

import java.util.List;

/**
 * Mean and spread of values.
 *
 * @param count how many
 * @param mean their arithmetic mean; 0 when there are none
 * @param squares sum of the squares of their distances from the mean
 * @param freedom degrees of freedom of the squares
 */
record Moments(int count, double mean, double squares, int freedom) {

  static Moments of(List<Double> values) {
    int count = values.size();
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    return new Moments(count, mean, squares, Math.max(0, count - 1));
  }

  /** The sample's standard deviation; 0 for fewer than two values. */
  double deviation() {
    return freedom == 0 ? 0 : Math.sqrt(squares / freedom);
  }
}
