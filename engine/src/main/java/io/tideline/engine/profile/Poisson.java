package io.tideline.engine.profile;

/**
 * Arrivals of a Poisson process, as independent users make them: their number in any stretch varies
 * about the integral of the rate, and the gaps at a constant rate are exponential.
 *
 * <p>By time change: with S(k) the k-th arrival of a process of rate 1, arrival k is due when the
 * curve's integral reaches S(k) (Çinlar, "Introduction to Stochastic Processes", 1975, section
 * 4.7). The S(k) come from the seed and k alone; see {@link UnitPoisson}.
 */
final class Poisson implements Arrivals {
  private final RateCurve curve;
  private final UnitPoisson unit;

  Poisson(RateCurve curve, long seed) {
    this.curve = curve;
    this.unit = new UnitPoisson(seed, curve.total());
  }

  @Override
  public long count() {
    return dueBefore(curve.durationSeconds());
  }

  @Override
  public long dueBefore(double seconds) {
    return unit.countBefore(curve.integral(seconds));
  }

  @Override
  public long dueNanos(long k) {
    return Nanos.of(curve.inverse(unit.time(k)));
  }

  @Override
  public double peak() {
    return curve.peak();
  }
}
