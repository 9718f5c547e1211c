package io.tideline.engine.search;

import java.util.Locale;

/**
 * One reason why a load was not held.
 *
 * @param scope which requests, or {@link #USERS}, or {@link #LOAD}
 * @param metric what of them
 * @param value as measured
 * @param limit the most that may be
 */
public record Breach(String scope, String metric, double value, double limit) {
  /** Scope of a breach by more and more users who do not get done. */
  public static final String USERS = "Users in flight";

  /** Scope of a breach by users who were due and did not start. */
  public static final String LOAD = "Offered load";

  /** How many times the limit the value is; infinite where it cannot be told. */
  double excess() {
    double times = value / limit;
    return Double.isNaN(times) ? Double.POSITIVE_INFINITY : times;
  }

  /** Where, what, and the limit, such as {@code Search: p99 912 over 800}. */
  public String sentence() {
    return String.format(Locale.ROOT, "%s: %s %.4g over %.4g", scope, metric, value, limit);
  }
}
