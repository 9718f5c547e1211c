package io.tideline.reports.preview;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Quantities as people read them, the same in every locale. */
final class Amounts {
  private static final List<String> BYTE_UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB");
  private static final int BYTE_STEP = 1024;
  private static final int ROUND_FROM = 10;
  private static final int DIGITS = 3;
  private static final int PERCENT = 100;
  private static final double MILLIS_PER_SECOND = 1_000;
  private static final double SLACK = 1e-9;
  private static final String UNKNOWN = "?";

  private Amounts() {}

  /** A whole number with thousands apart. */
  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A rate without zeros at its end: whole from 100 on, three digits below. */
  static String rate(double value) {
    if (value >= PERCENT) {
      return number(Math.round(value));
    }
    return plain(BigDecimal.valueOf(value).round(new MathContext(DIGITS, RoundingMode.HALF_UP)));
  }

  /** Bytes in the unit that leaves the fewest digits: {@code 4.6 GiB}, {@code 312 KiB}. */
  static String bytes(double value) {
    double left = value;
    int unit = 0;
    while (left >= BYTE_STEP && unit < BYTE_UNITS.size() - 1) {
      left /= BYTE_STEP;
      unit++;
    }
    String format = unit > 0 && left < ROUND_FROM ? "%.1f %s" : "%.0f %s";
    return String.format(Locale.ROOT, format, left, BYTE_UNITS.get(unit));
  }

  /** A duration: {@code 24 h 15 min}, {@code 30 s}, {@code 0.25 s}. */
  static String duration(Duration duration) {
    StringBuilder words = new StringBuilder();
    words.append(duration.toHours() > 0 ? number(duration.toHours()) + " h " : "");
    words.append(duration.toMinutesPart() > 0 ? duration.toMinutesPart() + " min " : "");
    double seconds =
        duration.toSecondsPart() + Math.round(duration.toNanosPart() / 1e6) / MILLIS_PER_SECOND;
    if (seconds > 0 || words.isEmpty()) {
      words.append(plain(BigDecimal.valueOf(seconds))).append(" s");
    }
    return words.toString().strip();
  }

  /** A share in whole percent, never rounded up to all or down to nothing. */
  static String percent(double share) {
    double percent = share * PERCENT + SLACK;
    if (share > 0 && percent < 1) {
      return "under 1 %";
    }
    return String.format(Locale.ROOT, "%,d %%", (long) percent);
  }

  /** A sum over journeys, which says so when one of them is unknown. */
  static String sum(String known, Totals totals) {
    if (totals.requests() == 0) {
      return UNKNOWN;
    }
    return totals.isComplete() ? known : known + " + " + UNKNOWN;
  }

  /** {@code known} when there is a footprint. */
  static String of(JourneyLine line, String known) {
    return line.isKnown() ? known : UNKNOWN;
  }

  private static String plain(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
  }
}
