package io.tideline.reports.report;

import io.tideline.reports.gate.Audit;
import io.tideline.reports.gate.Audit.Change;
import io.tideline.reports.history.Epoch;
import io.tideline.reports.history.Shelf;
import io.tideline.reports.report.TextTable.Cell;
import io.tideline.reports.stats.Run;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What changed on a shelf of the history and stayed so, as the terminal shows it. */
public final class AuditLines {
  private static final int WIDEST_FIGURE = 48;
  private static final int WIDEST_LINE = 120;

  private AuditLines() {}

  /** A table for each run from which on something is different; then the shelf's epochs. */
  public static String of(Shelf shelf) throws IOException {
    Shelf.Contents contents = shelf.read();
    List<Run> runs = contents.runs();
    StringBuilder text = new StringBuilder();
    text.append(shelf.scenario()).append(", comparable as ").append(shelf.fingerprint());
    text.append(": ").append(runs.size()).append(" accepted\n");
    text.append(changes(Audit.of(runs), runs.size()));
    for (Epoch epoch : Epoch.of(shelf)) {
      text.append("  epoch from ").append(epoch.from()).append(": ").append(epoch.reason());
      text.append('\n');
    }
    contents.problems().forEach(problem -> text.append("  ! ").append(problem).append('\n'));
    return text.toString();
  }

  private static String changes(List<Change> changes, int runs) {
    if (runs < Audit.FEWEST_RUNS) {
      return "  too few to tell a change: " + Audit.FEWEST_RUNS + " are needed\n";
    }
    if (changes.isEmpty()) {
      return "  no figure changed for good\n";
    }
    StringBuilder text = new StringBuilder();
    changes.stream()
        .map(Change::position)
        .distinct()
        .forEach(
            position ->
                text.append(
                    since(changes.stream().filter(each -> each.position() == position).toList())));
    return text.toString();
  }

  private static String since(List<Change> changes) {
    Change first = changes.get(0);
    StringBuilder text = new StringBuilder("  from run ").append(first.position() + 1);
    text.append(", ").append(first.since().start()).append(' ').append(first.since().id());
    text.append('\n');
    TextTable table = new TextTable(WIDEST_FIGURE, WIDEST_LINE);
    changes.forEach(change -> table.add(row(change)));
    table.lines(Colours.OFF).forEach(line -> text.append("    ").append(line).append('\n'));
    return text.toString();
  }

  private static List<Cell> row(Change change) {
    String chance = String.format(Locale.ROOT, "p %.0e", change.chance());
    return Stream.of(change.figure(), change.before(), change.after(), change.change(), chance)
        .map(Cell::of)
        .toList();
  }
}
