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
                    + " differs by 10 % and more. Two runs of unchanged code differ as well: only"
                    + " the gate, with its earlier runs, tells a change from noise."));
  }

  private static List<Cell> cells(Difference difference) {
    List<Cell> cells = new ArrayList<>();
    cells.add(RequestsSection.name(difference.scope()));
    difference
        .latencies()
        .forEach(pair -> cells.add(cell(pair, value -> Figures.number(Math.round(value)))));
    cells.add(cell(difference.errors(), Figures::shareInColumn));
    cells.add(cell(difference.rate(), value -> Words.format("%,.1f", value)));
    return cells;
  }

  private static Cell cell(Pair pair, DoubleFunction<String> words) {
    Double ratio = pair.ratio();
    double size = ratio == null ? 0 : Math.log(ratio);
    String change = ratio == null ? "" : "<small>" + Words.ratio(ratio) + "</small>";
    String html = said(pair.a(), words) + " → " + said(pair.b(), words) + change;
    return new Cell(html, Words.format("%.4f", size), Math.abs(size) >= LARGE ? "n large" : "n");
  }

  private static String said(@Nullable Double value, DoubleFunction<String> words) {
    return value == null ? Words.UNKNOWN : words.apply(value);
  }
}
