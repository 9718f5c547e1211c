package io.tideline.engine.profile;

/**
 * A sequence of arrivals, each known by its index: when arrival k is due follows from k alone, in
 * whatever order one asks. Times are nanoseconds from the start of the curve and never fall as k
 * grows. Instances may be shared between threads.
 *
 * @param curve the rate over time
 * @param spacing how the arrivals are spread over its integral
 */
public record Arrivals(RateCurve curve, Spacing spacing) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Evenly spaced arrivals along {@code curve}. */
  public static Arrivals even(RateCurve curve) {
    return new Arrivals(curve, Spacing.even());
  }

  /** Arrivals of a Poisson process with the rate of {@code curve}. */
  public static Arrivals poisson(RateCurve curve, long seed) {
    return new Arrivals(curve, Spacing.poisson(seed));
  }

  /** Number of arrivals on the whole curve. */
  public long count() {
    return dueBefore(curve.durationSeconds());
  }

  /** Number of arrivals due by {@code seconds}. */
  public long dueBefore(double seconds) {
    return spacing.countBefore(curve.integral(seconds));
  }

  /** When arrival {@code k} is due, for k from 0 to {@link #count} - 1. */
  public long dueNanos(long k) {
    return Math.round(curve.inverse(spacing.at(k)) * NANOS_PER_SECOND);
  }
}
