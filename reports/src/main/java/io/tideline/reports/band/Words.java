package io.tideline.reports.band;

import java.util.Locale;

/** Figures beside a base, in words. */
final class Words {
  private static final double PERCENT = 100;
  private static final double WHOLE_FROM = 9.95;
  private static final double TENTHS_FROM = 0.995;
  private static final double LEVEL = 0.05;
  private static final int MOST_DIGITS = 6;

  private final double base;
  private final boolean points;

  /**
   * @param base what values are beside
   * @param points whether differences are told in points, as of shares, rather than in per cent
   */
  Words(double base, boolean points) {
    this.base = base;
    this.points = points;
  }

  static String count(int value, String noun) {
    return value + " " + noun + (value == 1 ? "" : "s");
  }

  /** {@code 0.12} as {@code 12 %}, {@code 0.034} as {@code 3.4 %}. */
  static String percent(double share) {
    return number(share * PERCENT) + " %";
  }

  /** For example {@code 21 % above}, {@code 3.4 % below}, {@code level with}. */
  String beside(double value) {
    double difference = difference(value);
    if (Math.abs(difference) < LEVEL) {
      return "level with";
    }
    return amount(difference) + (difference > 0 ? " above" : " below");
  }

  /**
   * A value and the limit that it is held against.
   *
   * @param value as {@link #beside(double)} has it
   * @param limit likewise, in as many digits as the two need to differ
   */
  record Pair(String value, String limit) {}

  /** Both beside the base; equal in words only if they are equal. */
  Pair beside(double value, double limit) {
    Pair pair = new Pair(beside(value), beside(limit));
    if (value == limit) {
      return pair;
    }
    for (int digits = 1; digits <= MOST_DIGITS && pair.value().equals(pair.limit()); digits++) {
      pair = new Pair(exactly(value, digits), exactly(limit, digits));
    }
    return pair;
  }

  private String exactly(double value, int digits) {
    double difference = difference(value);
    String number = String.format(Locale.ROOT, "%,." + digits + "f", Math.abs(difference));
    return number + (points ? " points" : " %") + (difference >= 0 ? " above" : " below");
  }

  /** For example {@code a rise of 17 %}. */
  String change(double value) {
    double difference = difference(value);
    return (difference > 0 ? "a rise of " : "a fall of ") + amount(difference);
  }

  private String amount(double difference) {
    return number(Math.abs(difference)) + (points ? " points" : " %");
  }

  private double difference(double value) {
    return PERCENT * (points ? value - base : value / base - 1);
  }

  private static String number(double value) {
    String format = value >= WHOLE_FROM ? "%,.0f" : value >= TENTHS_FROM ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }
}
