package io.tideline.reports.band;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The noise of an environment, metric by metric: what runs of unchanged code differ by there.
 *
 * @param deviations standard deviation of the logarithm by the metric's id
 * @param runs how many runs it was measured with
 */
public record Calibration(Map<String, Double> deviations, int runs) {
  /** Fewest runs from which noise can be told. */
  public static final int FEWEST_RUNS = 8;

  /** Nothing was measured. */
  public static final Calibration NONE = new Calibration(Map.of(), 0);

  /**
   * Least noise that is believed. Eight equal values, which a figure rounded to whole milliseconds
   * or a constant throughput gives, are no proof that the ninth will be equal too.
   */
  static final double FLOOR = 0.01;

  /** In the order of the ids. */
  public Calibration {
    deviations = Collections.unmodifiableMap(new TreeMap<>(deviations));
  }

  /**
   * The noise within runs of unchanged code.
   *
   * @param values by the metric's id: one value per run, in the metric's unit and the order of
   *     time; metrics with fewer than {@link #FEWEST_RUNS} are left out
   * @throws IllegalArgumentException when no metric has as many; the message is for the user
   */
  public static Calibration of(Map<String, List<Double>> values) {
    Map<String, Double> deviations = new TreeMap<>();
    int most = values.values().stream().mapToInt(List::size).max().orElse(0);
    if (most < FEWEST_RUNS) {
      throw new IllegalArgumentException(
          "calibrating needs " + FEWEST_RUNS + " runs of unchanged code; these are " + most);
    }
    values.forEach(
        (id, series) -> {
          if (series.size() >= FEWEST_RUNS) {
            deviations.put(id, Math.max(FLOOR, deviation(Logs.of(series))));
          }
        });
    return new Calibration(deviations, most);
  }

  /** That of the series, and of what runs in a row do not show. */
  private static double deviation(List<Double> logs) {
    double shown = SerialCorrelation.shownVariance(SerialCorrelation.of(logs), logs.size());
    return Moments.of(logs).deviation() / Math.sqrt(shown);
  }

  /** The noise of one metric, as measured or else assumed. */
  public Noise noise(String id) {
    Double deviation = deviations.get(id);
    return deviation == null ? Noise.UNKNOWN : new Noise(deviation, true);
  }
}
