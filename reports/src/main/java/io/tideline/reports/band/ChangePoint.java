package io.tideline.reports.band;

/**
 * A place in a long history where a metric changed and stayed changed.
 *
 * @param index position of the first run after the change
 * @param before geometric mean of the stretch before it
 * @param after that of the stretch after it
 * @param chance the p-value of the difference
 */
public record ChangePoint(int index, double before, double after, double chance) {
  /** After over before. */
  public double ratio() {
    return after / before;
  }
}
