package io.tideline.engine.profile;

/**
 * Arrivals evenly spaced in the integral of a rate curve: arrival k is due when the integral
 * reaches k + 1/2. The half keeps each arrival strictly inside the curve and makes the number of
 * arrivals the integral, rounded, whatever the shape.
 *
 * @param curve the rate over time
 */
record Even(RateCurve curve) implements Arrivals {

  @Override
  public long count() {
    return dueBefore(curve.durationSeconds());
  }

  @Override
  public long dueBefore(double seconds) {
    return (long) Math.floor(curve.integral(seconds) + 0.5);
  }

  @Override
  public long dueNanos(long k) {
    return Nanos.of(curve.inverse(k + 0.5));
  }

  @Override
  public double peak() {
    return curve.peak();
  }
}
