package io.tideline.reports.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as people read them, the same in every locale. */
public final class Figures {
  private static final double WHOLE_FROM = 100;
  private static final double PERCENT = 100;
  private static final int SMALL_DIGITS = 3;
  private static final int DECIMALS = 2;
  private static final double TEN = 10;

  private Figures() {}

  /** A whole number with thousands apart: {@code 12,345}. */
  public static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A number of things: {@code 1 request}, {@code 12,345 requests}. */
  public static String count(long value, String noun) {
    return number(value) + " " + noun + (value == 1 ? "" : "s");
  }

  /** Milliseconds with their unit: {@code 0.4 ms}, {@code 12.3 ms}, {@code 1,234 ms}. */
  public static String millis(double value) {
    double tenths = Math.rint(value * TEN) / TEN;
    boolean whole = value >= WHOLE_FROM || tenths == Math.rint(tenths);
    return String.format(Locale.ROOT, whole ? "%,.0f ms" : "%.1f ms", value);
  }

  /** A rate of four digits: {@code 12.34}, {@code 1234}. */
  public static String rate(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  /** A load of three digits, without zeros at the end: {@code 2}, {@code 12.5}, {@code 1,240}. */
  public static String load(double value) {
    if (value >= WHOLE_FROM) {
      return number(Math.round(value));
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).round(new MathContext(SMALL_DIGITS, RoundingMode.HALF_UP));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** A share as a percentage: two decimals, or three digits below 1 %, without zeros at the end. */
  public static String share(double share) {
    if (!Double.isFinite(share * PERCENT)) {
      return share + " as a share";
    }
    BigDecimal percent = BigDecimal.valueOf(share * PERCENT);
    BigDecimal rounded =
        percent.abs().compareTo(BigDecimal.ONE) < 0
            ? percent.round(new MathContext(SMALL_DIGITS, RoundingMode.HALF_UP))
            : percent.setScale(DECIMALS, RoundingMode.HALF_UP);
    BigDecimal shortest = rounded.stripTrailingZeros();
    return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString() + " %";
  }

  /** A percentage of two decimals, for columns: {@code 0.12 %}. */
  public static String shareInColumn(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * PERCENT);
  }
}
