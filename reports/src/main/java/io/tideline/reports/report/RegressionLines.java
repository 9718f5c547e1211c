package io.tideline.reports.report;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.band.Comparison;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.gate.ScopeName;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.report.Colours.Ink;
import io.tideline.reports.report.TextTable.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A run beside earlier ones: a line for each figure of all requests, and for each of a journey or a
 * request that is not within its band.
 */
final class RegressionLines {
  private static final int WIDEST_LABEL = 40;
  private static final int WIDEST_LINE = 110;
  private static final double TENTHS_OF_PERCENT = 1_000;
  private static final double TEN = 10;

  private RegressionLines() {}

  static List<String> of(Verdict verdict, Colours colours) {
    List<Check> checks =
        verdict.checks().stream().filter(check -> check.kind() == Kind.REGRESSION).toList();
    List<Check> compared = checks.stream().filter(check -> check.comparison() != null).toList();
    if (compared.isEmpty()) {
      return checks.stream()
          .limit(1)
          .map(
              check ->
                  "Not compared: " + check.sentence().replaceFirst("^.*, (?=\\d+ earlier)", ""))
          .toList();
    }
    List<Check> shown = compared.stream().filter(RegressionLines::isShown).toList();
    TextTable table = new TextTable(WIDEST_LABEL, WIDEST_LINE);
    table.add(
        Stream.of("Beside earlier runs", "now", "earlier", "change", "band ends", "found from", "")
            .map(title -> new Cell(title, Ink.FAINT))
            .toList());
    shown.forEach(check -> table.add(row(check)));
    List<String> lines = new ArrayList<>(table.lines(colours));
    int others = compared.size() - shown.size();
    if (others > 0) {
      lines.add(
          colours.paint(
              Figures.count(others, "more figure")
                  + " of journeys and requests within their bands.",
              Ink.FAINT));
    }
    return lines;
  }

  private static boolean isShown(Check check) {
    Comparison comparison = check.comparison();
    return check.scope().equals(Scope.EVERYTHING)
        || check.status() != Status.PASS
        || (comparison != null && comparison.confirmation() != null);
  }

  private static List<Cell> row(Check check) {
    Comparison comparison = check.comparison();
    if (comparison == null) {
      return List.of();
    }
    Double limit = check.limit();
    Double ratio = comparison.ratio();
    return List.of(
        Cell.of(ScopeName.of(check.scope()) + ", " + check.metric()),
        Cell.of(figure(check, comparison.value())),
        Cell.of(figure(check, comparison.expected())),
        Cell.of(ratio == null ? "" : change(ratio)),
        Cell.of(limit == null ? "" : figure(check, limit)),
        Cell.of(figure(check, comparison.detectable())),
        answer(check));
  }

  private static String change(double ratio) {
    double tenths = Math.rint(TENTHS_OF_PERCENT * (ratio - 1)) / TEN;
    return String.format(Locale.ROOT, "%+.1f %%", tenths == 0 ? 0.0 : tenths);
  }

  private static String figure(Check check, double value) {
    return switch (check.unit()) {
      case "ms" -> Figures.millis(value);
      case "share" -> Figures.share(value);
      default -> Figures.rate(value) + "/s";
    };
  }

  private static Cell answer(Check check) {
    Comparison comparison = check.comparison();
    boolean refuted = comparison != null && comparison.confirmation() != null;
    return switch (check.status()) {
      case PASS -> new Cell(refuted ? "not confirmed" : "ok", Ink.GOOD);
      case FAIL -> new Cell("FAIL", Ink.BAD);
      case WARN -> new Cell("warning", Ink.DOUBTFUL);
      case INSUFFICIENT -> new Cell("too little to tell", Ink.DOUBTFUL);
    };
  }
}
