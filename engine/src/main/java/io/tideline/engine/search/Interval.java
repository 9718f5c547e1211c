package io.tideline.engine.search;

/** From {@code low} to {@code high}; both NaN where no interval can be told. */
public record Interval(double low, double high) {
  /** Too little is known for an interval. */
  public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

  /** Whether {@code value} lies within, ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
