package io.tideline.engine.search;

/**
 * How closely a search looks; all as natural logarithms of a ratio of loads, near enough a share.
 *
 * @param bracket bisection ends when the bad load is this far above the good one
 * @param steps of the staircase: up after a good one, down after a bad one
 * @param stepSize of the staircase
 * @param mostHolds how often the result is held, the first time included, before the search gives
 *     up
 */
public record Staircase(double bracket, int steps, double stepSize, int mostHolds) {
  /** 5 %, 16 steps of 3 %, five holds. With 8 steps it errs as docs/breaking-point.md says. */
  public static final Staircase STANDARD = new Staircase(0.05, 16, 0.03, 5);

  public Staircase {
    if (!(bracket > 0 && stepSize > 0 && steps >= 1 && mostHolds >= 1)) {
      throw new IllegalArgumentException(
          "bracket "
              + bracket
              + ", "
              + steps
              + " steps of "
              + stepSize
              + ", "
              + mostHolds
              + " holds: must be above 0");
    }
  }
}
