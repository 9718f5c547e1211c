package io.tideline.reports.gate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures of a check in a few words, where its sentence is too long. */
public final class CheckFigures {
  private CheckFigures() {}

  /** For example {@code p95 312 ms, limit 300 ms, 4,000 values}; what is not there is left out. */
  public static String of(Check check) {
    StringBuilder text = new StringBuilder(check.metric());
    if (check.value() != null) {
      text.append(' ').append(figure(check.value(), check.unit()));
    }
    if (check.limit() != null) {
      text.append(", limit ").append(figure(check.limit(), check.unit()));
    }
    if (check.samples() > 0) {
      text.append(", ").append(Figures.count(check.samples(), "value"));
    }
    return text.toString();
  }

  /** A value with its unit; a dash when there is none. */
  public static String figure(@Nullable Double value, String unit) {
    if (value == null) {
      return "-";
    }
    return switch (unit) {
      case "ms" -> Figures.millis(value);
      case "share" -> Figures.share(value);
      case "share/h" -> Figures.share(value) + "/h";
      case "requests" -> Figures.count(Math.round(value), "request");
      default -> (plain(value) + " " + unit).strip();
    };
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? Figures.number(Math.round(value))
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
