package io.tideline.reports.report;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.report.Colours.Ink;
import io.tideline.reports.report.TextTable.Cell;
import io.tideline.reports.stats.Aftermath;
import io.tideline.reports.stats.FaultWindow;
import io.tideline.reports.stats.FaultWindows;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.Recovery;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.WriteCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened around the faults of a run: a line for each window, and how it recovered. */
final class ResilienceLines {
  private static final int WIDEST_LABEL = 40;
  private static final int WIDEST_LINE = 116;
  private static final double P95 = 0.95;

  private ResilienceLines() {}

  static List<String> of(Run run, Colours colours) {
    List<FaultWindow> windows = FaultWindows.of(run);
    List<String> lines = new ArrayList<>();
    if (!windows.isEmpty()) {
      lines.add("");
      TextTable table = new TextTable(WIDEST_LABEL, WIDEST_LINE);
      table.add(
          Stream.of("Window", "seconds", "requests", "per s", "errors", "p50", "p95", "max", "")
              .map(title -> new Cell(title, Ink.FAINT))
              .toList());
      windows.stream()
          .filter(window -> window.intervals() > 0)
          .forEach(window -> table.add(row(window)));
      lines.addAll(table.lines(colours));
      lines.add("");
      Recovery.of(run).forEach(recovery -> lines.add(sentence(recovery)));
    }
    Aftermath aftermath = run.aftermath();
    writes(aftermath == null ? null : aftermath.writes(), lines);
    return lines;
  }

  private static List<Cell> row(FaultWindow window) {
    Latencies times = window.latencies(Scope.EVERYTHING);
    long failed = window.failures(Scope.EVERYTHING);
    long all = times.count() + failed;
    return List.of(
        Cell.of(window.words()),
        Cell.of(format("%.0f to %.0f", window.fromSeconds(), window.toSeconds())),
        Cell.of(Figures.number(all)),
        Cell.of(format("%.1f", all / window.seconds())),
        Cell.of(Figures.shareInColumn(all == 0 ? 0 : (double) failed / all)),
        millis(times, 0.5),
        millis(times, P95),
        millis(times, 1),
        Cell.of(""));
  }

  private static Cell millis(Latencies times, double quantile) {
    return Cell.of(times.count() == 0 ? "-" : Figures.number(times.at(quantile)));
  }

  private static String sentence(Recovery recovery) {
    Double afterEnd = recovery.afterEnd();
    return afterEnd == null
        ? format(
            "\"%s\": not itself again in %.0f s",
            recovery.fault(), recovery.watchedUntil() - recovery.endSeconds())
        : format(
            "\"%s\": itself again %.1f s after its end, %.1f s after its start",
            recovery.fault(), afterEnd, recovery.afterStart());
  }

  private static void writes(@Nullable WriteCounts writes, List<String> lines) {
    if (writes != null) {
      lines.add(
          format(
              "Acknowledged writes: %s, of which %,d lost, %,d there more than once, %,d unknown",
              Figures.number(writes.acknowledged()),
              writes.lost(),
              writes.duplicated(),
              writes.unknown()));
    }
  }

  private static String format(String format, @Nullable Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
