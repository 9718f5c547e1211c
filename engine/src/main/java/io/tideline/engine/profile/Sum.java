package io.tideline.engine.profile;

/**
 * Two curves at once, from one start; the shorter one adds nothing after its end. The integral is
 * the sum of the integrals; its inverse is found numerically.
 *
 * @param first one curve
 * @param second the other
 */
record Sum(RateCurve first, RateCurve second) implements RateCurve {

  @Override
  public double durationSeconds() {
    return Math.max(first.durationSeconds(), second.durationSeconds());
  }

  @Override
  public double rate(double seconds) {
    return first.rate(seconds) + second.rate(seconds);
  }

  /** An upper bound: the peaks need not fall together. */
  @Override
  public double peak() {
    return first.peak() + second.peak();
  }

  @Override
  public double integral(double seconds) {
    return first.integral(seconds) + second.integral(seconds);
  }

  @Override
  public double inverse(double arrivals) {
    return Inverse.of(this, arrivals);
  }
}
