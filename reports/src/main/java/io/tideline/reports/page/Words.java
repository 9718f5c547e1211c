package io.tideline.reports.page;

import io.tideline.reports.gate.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Quantities as the page says them. */
final class Words {
  /** What was not measured. */
  static final String UNKNOWN = "–";

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DIGITS = 3;
  private static final int PERCENT = 100;
  private static final double LARGE_RATIO = 3;

  private Words() {}

  /** A length of time: {@code 24 h 15 min}, {@code 11 min 5 s}, {@code 4.2 s}. */
  static String duration(double seconds) {
    if (seconds < MINUTE) {
      return plain(Math.rint(seconds * 10) / 10) + " s";
    }
    long whole = Math.round(seconds);
    List<String> words = new ArrayList<>();
    add(words, whole / HOUR, "h");
    add(words, whole % HOUR / MINUTE, "min");
    add(words, whole >= HOUR ? 0 : whole % MINUTE, "s");
    return String.join(" ", words);
  }

  private static void add(List<String> words, long count, String unit) {
    if (count > 0) {
      words.add(Figures.number(count) + " " + unit);
    }
  }

  /** A rate, or a load: whole from 100 on, three digits below. */
  static String rate(double value) {
    return value >= PERCENT
        ? Figures.number(Math.round(value))
        : plain(
            BigDecimal.valueOf(value)
                .round(new MathContext(DIGITS, RoundingMode.HALF_UP))
                .doubleValue());
  }

  /** A change: {@code +12 %}, {@code −3.5 %}, {@code ×4.2}; unknown when it is null. */
  static String ratio(@Nullable Double ratio) {
    if (ratio == null) {
      return UNKNOWN;
    }
    if (ratio >= LARGE_RATIO) {
      return "×" + rate(ratio);
    }
    double percent = Math.rint((ratio - 1) * PERCENT * 10) / 10;
    double shown = Math.abs(percent) >= 10 ? Math.rint(percent) : percent;
    String sign = shown > 0 ? "+" : shown < 0 ? "−" : "±";
    return sign + plain(Math.abs(shown)) + " %";
  }

  /** A figure in one of the units of checks. */
  static String figure(@Nullable Double value, String unit) {
    if (value == null) {
      return UNKNOWN;
    }
    return switch (unit) {
      case "ms" -> Figures.millis(value);
      case "share" -> Figures.share(value);
      case "share/h" -> Figures.share(value) + "/h";
      case "s" -> duration(value);
      case "requests", "replicas", "promises", "sessions", "" -> rate(value);
      default -> rate(value) + " " + unit;
    };
  }

  static String plain(double value) {
    BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
    return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
  }

  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
