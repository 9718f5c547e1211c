package io.tideline.engine.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/** Figures of a fault as people write them. */
final class Words {
  private static final MathContext FOUR = new MathContext(4, RoundingMode.HALF_UP);
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private Words() {}

  /** Four digits at most, without zeros at the end: {@code 12.5}. */
  static String number(double value) {
    return value == 0
        ? "0"
        : new BigDecimal(value).round(FOUR).stripTrailingZeros().toPlainString();
  }

  /** {@code 200 ms} below a second, else {@code 1.5 s}. */
  static String of(Duration duration) {
    boolean seconds = duration.compareTo(Duration.ofSeconds(1)) >= 0;
    return seconds
        ? number(duration.toNanos() / NANOS_PER_SECOND) + " s"
        : number(duration.toNanos() / NANOS_PER_MILLI) + " ms";
  }
}
