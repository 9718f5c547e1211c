package io.tideline.reports.report;

import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.report.Colours.Ink;
import io.tideline.reports.report.TextTable.Cell;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.Sample;
import io.tideline.reports.stats.SampleSize;
import java.util.List;
import java.util.Locale;

/** The figures of a sample in a table: count, rate, errors, percentiles in milliseconds. */
final class SampleCells {
  static final List<String> TITLES =
      List.of("requests", "per s", "errors", "p50", "p95", "p99", "max");

  /** Marks a percentile of fewer values than it needs. */
  static final String TOO_FEW = "*";

  private static final String NOTHING = "-";

  private SampleCells() {}

  static List<Cell> of(Sample sample, double seconds) {
    Latencies latencies = sample.okLatencies();
    return List.of(
        Cell.of(Figures.number(sample.requests())),
        Cell.of(String.format(Locale.ROOT, "%,.1f", seconds > 0 ? sample.requests() / seconds : 0)),
        new Cell(
            sample.requests() == 0 ? NOTHING : Figures.shareInColumn(sample.errorShare()),
            sample.ko() > 0 ? Ink.DOUBTFUL : Ink.PLAIN),
        percentile(latencies, Metric.P50),
        percentile(latencies, Metric.P95),
        percentile(latencies, Metric.P99),
        Cell.of(latencies.count() == 0 ? NOTHING : Figures.number(latencies.max())));
  }

  private static Cell percentile(Latencies latencies, Metric metric) {
    if (latencies.count() == 0) {
      return Cell.of(NOTHING + " ");
    }
    boolean enough = latencies.count() >= SampleSize.least(metric);
    String value = Figures.number(latencies.at(metric.quantile()));
    return enough ? Cell.of(value + " ") : new Cell(value + TOO_FEW, Ink.FAINT);
  }
}
