package io.tideline.reports.band;

/** Which way a metric gets worse. */
public enum Direction {
  /** Latencies: more is worse. */
  RISING(1),
  /** Throughput: less is worse. */
  FALLING(-1);

  private final int sign;

  Direction(int sign) {
    this.sign = sign;
  }

  /** The logarithm of {@code value}, turned so that more is worse. */
  double log(double value) {
    return sign * Math.log(value);
  }

  /** The value of a {@link #log}. */
  double value(double log) {
    return Math.exp(sign * log);
  }
}
