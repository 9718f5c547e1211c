package io.tideline.engine.profile;

/**
 * The arrivals of a rate curve, evenly spaced in its integral: arrival k is due when the integral
 * reaches k + 1/2. The half keeps each arrival strictly inside the curve and makes the number of
 * arrivals the integral, rounded, whatever the shape.
 *
 * @param curve the rate over time
 */
public record Arrivals(RateCurve curve) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Number of arrivals on the whole curve. */
  public long count() {
    return dueBefore(curve.durationSeconds());
  }

  /** Number of arrivals due by {@code seconds}. */
  public long dueBefore(double seconds) {
    return (long) Math.floor(curve.integral(seconds) + 0.5);
  }

  /**
   * When arrival {@code k} is due, in nanoseconds from the start of the curve; never falls as k
   * grows.
   */
  public long dueNanos(long k) {
    return Math.round(curve.inverse(k + 0.5) * NANOS_PER_SECOND);
  }
}
