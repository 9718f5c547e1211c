package io.tideline.reports.report;

import io.tideline.reports.gate.Figures;
import io.tideline.reports.page.Difference;
import io.tideline.reports.page.Difference.Pair;
import io.tideline.reports.report.Colours.Ink;
import io.tideline.reports.report.TextTable.Cell;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two runs beside each other as text for the console. It judges neither of them. */
public final class ComparisonText {
  private static final int WIDEST_LABEL = 36;
  private static final int PERCENT = 100;
  private static final String UNKNOWN = "-";

  private ComparisonText() {}

  /** The whole text, each line ended by {@code \n}. */
  public static String of(Run a, Run b, Colours colours) {
    List<String> lines = new ArrayList<>();
    lines.add(colours.paint("A: " + name(a), Ink.TITLE));
    lines.add(colours.paint("B: " + name(b), Ink.TITLE));
    lines.add("");
    List<String> differences = a.fingerprint().differences(b.fingerprint());
    if (!differences.isEmpty()) {
      lines.add(
          colours.paint(
              "These runs are not alike, so that what differs need not come from the target:",
              Ink.DOUBTFUL));
      differences.forEach(difference -> lines.add("  - " + difference));
      lines.add("");
    }
    lines.addAll(table(a, b).lines(colours));
    lines.add("");
    lines.add(
        colours.paint(
            "Milliseconds of successful requests, from the intended start; the most different"
                + " request first.",
            Ink.FAINT));
    return String.join("\n", lines) + "\n";
  }

  private static String name(Run run) {
    RunInfo info = run.info();
    RunInfo.LoadInfo load = info.load();
    String scenario = load == null ? "" : ", " + load.scenario();
    String version = info.versions().target();
    return info.id()
        + scenario
        + (info.start() == null ? "" : ", " + info.start())
        + (version == null ? "" : ", target " + version);
  }

  private static TextTable table(Run a, Run b) {
    TextTable table = new TextTable(WIDEST_LABEL, Integer.MAX_VALUE);
    table.add(
        Stream.of(
                "Request",
                "p50 A",
                "B",
                "",
                "p95 A",
                "B",
                "",
                "p99 A",
                "B",
                "",
                "errors A",
                "B",
                "per s A",
                "B",
                "")
            .map(title -> new Cell(title, Ink.FAINT))
            .toList());
    Difference.between(a, b).forEach(difference -> table.add(cells(difference)));
    return table;
  }

  private static List<Cell> cells(Difference difference) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.of(difference.name())));
    for (Pair pair : difference.latencies()) {
      add(cells, pair, value -> Figures.number(Math.round(value)));
      cells.add(Cell.of(change(pair)));
    }
    add(cells, difference.errors(), Figures::shareInColumn);
    add(cells, difference.rate(), value -> String.format(Locale.ROOT, "%,.1f", value));
    cells.add(Cell.of(change(difference.rate())));
    return cells;
  }

  private static void add(List<Cell> cells, Pair pair, DoubleFunction<String> words) {
    cells.add(Cell.of(said(pair.a(), words)));
    cells.add(Cell.of(said(pair.b(), words)));
  }

  private static String said(@Nullable Double value, DoubleFunction<String> words) {
    return value == null ? UNKNOWN : words.apply(value);
  }

  private static String change(Pair pair) {
    Double ratio = pair.ratio();
    return ratio == null
        ? ""
        : String.format(Locale.ROOT, "%+.0f %%", (ratio - 1) * PERCENT).replace("-0 ", "+0 ");
  }
}
