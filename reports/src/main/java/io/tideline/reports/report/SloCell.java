package io.tideline.reports.report;

import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.report.Colours.Ink;
import io.tideline.reports.report.TextTable.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SLOs of one row, those that do not hold first: {@code FAIL p95 300}, {@code ok errors 1 %}.
 */
final class SloCell {
  private SloCell() {}

  /** One cell for each answer that was given, to stand below each other. */
  static List<Cell> of(List<Check> checks) {
    List<Cell> cells = new ArrayList<>();
    for (Status status : List.of(Status.FAIL, Status.WARN, Status.INSUFFICIENT, Status.PASS)) {
      List<Check> same = checks.stream().filter(check -> check.status() == status).toList();
      if (!same.isEmpty()) {
        String limits = same.stream().map(SloCell::limit).collect(Collectors.joining(", "));
        cells.add(new Cell(word(status) + limits, ink(status)));
      }
    }
    return cells;
  }

  /** The answer on what is no request: its word and its sentence. */
  static String line(Check check, Colours colours) {
    return colours.paint(word(check.status()), ink(check.status())) + check.sentence();
  }

  private static String word(Status status) {
    return switch (status) {
      case FAIL -> "FAIL     ";
      case WARN -> "warning  ";
      case INSUFFICIENT -> "too few  ";
      case PASS -> "ok       ";
    };
  }

  private static Ink ink(Status status) {
    return switch (status) {
      case FAIL -> Ink.BAD;
      case WARN, INSUFFICIENT -> Ink.DOUBTFUL;
      case PASS -> Ink.GOOD;
    };
  }

  private static String limit(Check check) {
    Double limit = check.limit();
    if (limit == null) {
      return check.metric();
    }
    boolean share = check.metric().equals(Metric.ERRORS.key());
    return check.metric()
        + " "
        + (share ? Figures.share(limit) : Figures.number(Math.round(limit)));
  }
}
