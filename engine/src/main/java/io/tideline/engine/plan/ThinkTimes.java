package io.tideline.engine.plan;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pauses between the steps of a journey, log-normal.
 *
 * @param standard for each journey that has none of its own
 * @param journeys journey to its own
 */
public record ThinkTimes(ThinkTime standard, Map<String, ThinkTime> journeys) {

  public ThinkTimes {
    journeys = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(journeys));
  }

  /** The think time of a journey. */
  public ThinkTime of(String journey) {
    return journeys.getOrDefault(journey, standard);
  }

  /**
   * A log-normal pause: {@code median * exp(sigma * z)} with z standard normal, cut off at the
   * longest.
   *
   * @param medianSeconds half of the pauses are shorter
   * @param sigma standard deviation of the logarithm
   * @param maxSeconds no pause is longer
   */
  public record ThinkTime(double medianSeconds, double sigma, double maxSeconds) {

    /** The pause for a standard normal {@code z}, in seconds. */
    public double seconds(double z) {
      return Math.min(maxSeconds, medianSeconds * Math.exp(sigma * z));
    }
  }
}
