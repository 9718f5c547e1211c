package io.tideline.reports.soak;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them. */
public final class ThreeDigits {
  private static final MathContext DIGITS = new MathContext(3);

  private ThreeDigits() {}

  /**
   * Three digits that count, without zeros at the end: {@code 7.5}, {@code 0.123}, {@code 1230}.
   */
  public static String of(double value) {
    return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
