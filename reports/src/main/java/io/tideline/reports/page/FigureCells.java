package io.tideline.reports.page;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.PercentileInterval;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Sample;
import java.util.ArrayList;
import java.util.List;

/** The figures of a scope as cells: requests, rate, errors, percentiles, longest. */
final class FigureCells {
  static final List<String> TITLES =
      List.of("Requests", "per s", "Errors", "p50", "p75", "p90", "p95", "p99", "max");

  private final Run run;
  private final Confidences confidences;

  /** Whether measured times and those from the intended start are both shown. */
  private final boolean both;

  FigureCells(Run run, Confidences confidences, boolean both) {
    this.run = run;
    this.confidences = confidences;
    this.both = both;
  }

  List<Cell> of(Scope scope) {
    return of(run.pool(scope), run.seconds(scope), confidences.of(scope));
  }

  /** Of a sample whose intervals are not known. */
  List<Cell> of(Sample sample, double seconds) {
    return of(
        sample, seconds, Percentile.ALL.stream().map(m -> PercentileInterval.UNKNOWN).toList());
  }

  private List<Cell> of(Sample sample, double seconds, List<PercentileInterval> intervals) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.figure(Figures.number(sample.requests()), sample.requests()));
    double rate = seconds > 0 ? sample.requests() / seconds : 0;
    cells.add(seconds > 0 ? Cell.figure(Words.format("%,.1f", rate), rate) : Cell.unknown());
    cells.add(errors(sample));
    for (int i = 0; i < Percentile.ALL.size(); i++) {
      cells.add(Percentile.cell(sample, Percentile.ALL.get(i), intervals.get(i), both));
    }
    cells.add(longest(sample));
    return cells;
  }

  private static Cell errors(Sample sample) {
    if (sample.requests() == 0) {
      return Cell.unknown();
    }
    Cell cell = Cell.figure(Figures.shareInColumn(sample.errorShare()), sample.errorShare());
    return sample.ko() > 0 ? cell.as("bad") : cell;
  }

  private Cell longest(Sample sample) {
    if (sample.ok() == 0) {
      return Cell.unknown();
    }
    long measured = sample.okLatencies().max();
    String html =
        both
            ? "<span class=\"m\">"
                + Figures.number(measured)
                + "</span><span class=\"i\" hidden>"
                + Figures.number(sample.intendedLatencies().max())
                + "</span>"
            : Figures.number(measured);
    return new Cell(html, String.valueOf(measured), "n");
  }
}
