package io.tideline.engine.search;

/**
 * The loads that may be offered, as multiples of the plan's rate.
 *
 * @param floor smallest: a target that breaks here has no load to report
 * @param start first
 * @param cap largest
 */
public record LoadRange(double floor, double start, double cap) {
  public LoadRange {
    if (!(floor > 0 && floor <= start && start <= cap && cap < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "floor " + floor + ", start " + start + ", cap " + cap + ": must rise from above 0");
    }
  }

  /** From 1, down to a sixty-fourth, up to {@code cap}. */
  public static LoadRange upTo(double cap) {
    double start = Math.min(1, cap);
    return new LoadRange(start / 64, start, cap);
  }
}
