package io.tideline.reports.ticket;

import java.util.Locale;

/** How bad a finding is for those whom it touches, by the size of the miss. */
public enum Severity {
  /** Up to 1.1 times the limit. */
  LOW,
  /** Up to 1.5 times. */
  MEDIUM,
  /** Up to 3 times. */
  HIGH,
  /** Above that. */
  CRITICAL;

  private static final double MEDIUM_FROM = 1.1;
  private static final double HIGH_FROM = 1.5;
  private static final double CRITICAL_FROM = 3;

  /** The severity of a figure that is {@code factor} times what it may be. */
  static Severity ofMiss(double factor) {
    if (factor < MEDIUM_FROM) {
      return LOW;
    }
    if (factor < HIGH_FROM) {
      return MEDIUM;
    }
    return factor < CRITICAL_FROM ? HIGH : CRITICAL;
  }

  /** The milder of two. */
  Severity atMost(Severity other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The word in results. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
