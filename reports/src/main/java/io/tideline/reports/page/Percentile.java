package io.tideline.reports.page;

import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.html.Html;
import io.tideline.reports.stats.Confidence;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.PercentileInterval;
import io.tideline.reports.stats.PercentileInterval.Missing;
import io.tideline.reports.stats.Sample;
import java.util.List;

/** A percentile in a table: as measured, and where users were late also from the intended start. */
final class Percentile {
  static final List<Metric> ALL =
      List.of(Metric.P50, Metric.P75, Metric.P90, Metric.P95, Metric.P99);

  private Percentile() {}

  /**
   * The cell.
   *
   * @param interval of 95 % around the measured value, or why there is none
   * @param both whether the table shows both kinds of times
   */
  static Cell cell(Sample sample, Metric metric, PercentileInterval interval, boolean both) {
    if (sample.ok() == 0) {
      return Cell.unknown();
    }
    long measured = sample.okLatencies().at(metric.quantile());
    String shown = value(sample.okLatencies(), metric) + beside(interval);
    String html =
        both
            ? "<span class=\"m\">"
                + shown
                + "</span><span class=\"i\" hidden>"
                + value(sample.intendedLatencies(), metric)
                + "</span>"
            : shown;
    return new Cell(html, String.valueOf(measured), "n");
  }

  private static String value(Latencies latencies, Metric metric) {
    String value = Figures.number(latencies.at(metric.quantile()));
    return latencies.count() >= metric.leastValues()
        ? value
        : "<span class=\"few\" title=\"of fewer than "
            + metric.leastValues()
            + " values, which it needs\">"
            + value
            + "*</span>";
  }

  /** What stands for an interval that is left out; empty where the value itself says enough. */
  static String mark(Missing missing) {
    return switch (missing) {
      case STALLS -> "†";
      case WANDERS -> "‡";
      case SHORT, FEW -> "";
    };
  }

  private static String beside(PercentileInterval interval) {
    return interval.confidence().map(Percentile::small).orElse("")
        + interval.missing().map(Percentile::left).orElse("");
  }

  private static String left(Missing missing) {
    return mark(missing).isEmpty()
        ? ""
        : " <small title=\"no interval: "
            + Html.text(missing.words())
            + "\">"
            + mark(missing)
            + "</small>";
  }

  private static String small(Confidence interval) {
    return Words.format(" <small>%s–%s</small>", rounded(interval.low()), rounded(interval.high()));
  }

  private static String rounded(double millis) {
    return millis < 10
        ? Words.plain(Math.rint(millis * 10) / 10)
        : Figures.number(Math.round(millis));
  }
}
