package io.tideline.reports.report;

import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.report.Colours.Ink;
import io.tideline.reports.report.TextTable.Cell;

/** An SLO and whether it holds, in a table: {@code p95 <= 300 ms ok}. */
final class SloCell {
  private SloCell() {}

  static Cell of(Check check) {
    Double limit = check.limit();
    String bound =
        limit == null
            ? ""
            : " <= "
                + (check.metric().equals(Metric.ERRORS.key())
                    ? Figures.share(limit)
                    : Figures.millis(limit));
    return switch (check.status()) {
      case PASS -> new Cell("ok       " + check.metric() + bound, Ink.GOOD);
      case FAIL -> new Cell("FAIL     " + check.metric() + bound, Ink.BAD);
      case INSUFFICIENT -> new Cell("too few  " + check.metric() + bound, Ink.DOUBTFUL);
    };
  }
}
