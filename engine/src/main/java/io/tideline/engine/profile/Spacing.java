package io.tideline.engine.profile;

/**
 * How arrivals are spread over the integral of a rate curve: arrival k is due when the integral
 * reaches {@link #at at(k)}. Positions never fall as k grows. Instances may be shared between
 * threads.
 */
public interface Spacing {

  /** The position of arrival {@code k} on the integral, the first arrival being 0. */
  double at(long k);

  /** How many arrivals have positions before {@code integral}. */
  long countBefore(double integral);

  /**
   * Evenly spaced: arrival k at k + 1/2. The half keeps each arrival strictly inside the curve and
   * makes the number of arrivals the integral, rounded, whatever the shape.
   */
  static Spacing even() {
    return EvenSpacing.INSTANCE;
  }

  /**
   * Arrivals of a Poisson process, as independent users make them: their number in any stretch
   * varies about the integral of the rate, and the gaps at a constant rate are exponential. By time
   * change, with positions those of a process of rate 1 (Çinlar, "Introduction to Stochastic
   * Processes", 1975, section 4.7).
   */
  static Spacing poisson(long seed) {
    return new UnitPoisson(seed);
  }
}
