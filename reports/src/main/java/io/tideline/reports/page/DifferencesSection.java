package io.tideline.reports.page;

import io.tideline.reports.gate.Figures;
import io.tideline.reports.page.Difference.Pair;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** Each request's figures in two runs beside each other. */
final class DifferencesSection {
  /** From here on a difference is set in bold: |ln 1.1|. */
  private static final double LARGE = Math.log(1.1);

  /** The same for shares of failures, in points of a percent. */
  private static final double LARGE_POINTS = 0.5;

  private static final int PERCENT = 100;

  private DifferencesSection() {}

  static String html(Run a, Run b) {
    Table table = new Table("sortable", List.of("Request", "p50", "p95", "p99", "Errors", "per s"));
    List<Difference> differences = Difference.between(a, b);
    for (Difference difference : differences) {
      boolean total = difference == differences.get(0);
      table.row(total ? "class=\"total\"" : "", cells(difference));
    }
    return Section.of(
        "differences",
        "Differences",
        table.html()
            + Section.note(
                "From A to B, the most different request first; milliseconds of successful"
                    + " requests, from the intended start. Sorting is by the change. Bold is what"
                    + " differs by 10 % and more, of errors by half a point. Two runs of unchanged"
                    + " code differ as well: only the gate, with its earlier runs, tells a change"
                    + " from noise."));
  }

  private static List<Cell> cells(Difference difference) {
    List<Cell> cells = new ArrayList<>();
    cells.add(RequestsSection.name(difference.scope()));
    difference
        .latencies()
        .forEach(pair -> cells.add(cell(pair, value -> Figures.number(Math.round(value)))));
    cells.add(errors(difference.errors()));
    cells.add(cell(difference.rate(), value -> Words.format("%,.1f", value)));
    return cells;
  }

  /**
   * How a figure differs.
   *
   * @param size by which rows are sorted; 0 for not at all
   * @param isLarge whether it is set in bold
   */
  private record Change(double size, boolean isLarge, String words) {}

  private static Cell cell(Pair pair, DoubleFunction<String> words) {
    Double ratio = pair.ratio();
    double size = ratio == null ? 0 : Math.log(ratio);
    return cell(pair, words, new Change(size, Math.abs(size) >= LARGE, Words.ratio(ratio)));
  }

  /** A share of failures is often 0, so that it has a difference and not a ratio. */
  private static Cell errors(Pair pair) {
    Double a = pair.a();
    Double b = pair.b();
    double points = a == null || b == null ? 0 : PERCENT * (b - a);
    String words = Words.format("%+.2f points", points).replace('-', '−');
    Change change = new Change(points, Math.abs(points) >= LARGE_POINTS, words);
    return cell(pair, Figures::shareInColumn, change);
  }

  private static Cell cell(Pair pair, DoubleFunction<String> words, Change change) {
    if (pair.a() == null && pair.b() == null) {
      return Cell.unknown();
    }
    String small = change.size() == 0 ? "" : " <small>" + change.words() + "</small>";
    return new Cell(
        said(pair.a(), words) + " → " + said(pair.b(), words) + small,
        Words.format("%.4f", change.size()),
        change.isLarge() ? "n large" : "n");
  }

  private static String said(@Nullable Double value, DoubleFunction<String> words) {
    return value == null ? Words.UNKNOWN : words.apply(value);
  }
}
