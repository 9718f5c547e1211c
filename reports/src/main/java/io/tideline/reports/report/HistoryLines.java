package io.tideline.reports.report;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.history.Epoch;
import io.tideline.reports.history.Shelf;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Sample;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

/** A shelf of the history as the terminal shows it. */
public final class HistoryLines {
  private static final double MEDIAN = 0.5;
  private static final double P95 = 0.95;
  private static final double P99 = 0.99;
  private static final double PERCENT = 100;

  private HistoryLines() {}

  /** Its runs, the oldest first, with their figures outside the warm-up; then its epochs. */
  public static String of(Shelf shelf) throws IOException {
    Shelf.Contents contents = shelf.read();
    StringBuilder text = new StringBuilder();
    text.append(shelf.scenario()).append(", comparable as ").append(shelf.fingerprint());
    text.append(": ").append(contents.runs().size()).append(" accepted\n");
    for (Run run : contents.runs()) {
      text.append(line(run));
    }
    for (Epoch epoch : Epoch.of(shelf)) {
      text.append("  epoch from ").append(epoch.from()).append(": ").append(epoch.reason());
      text.append('\n');
    }
    contents.problems().forEach(problem -> text.append("  ! ").append(problem).append('\n'));
    return text.toString();
  }

  private static String line(Run run) {
    Sample all = run.pool(Scope.EVERYTHING);
    return String.format(
        Locale.ROOT,
        "  %s  %-32s  %-12s %,10d requests  p50 %,5d  p95 %,5d  p99 %,5d ms  errors %.2f %%\n",
        run.info().start(),
        run.info().id(),
        Objects.requireNonNullElse(run.info().versions().target(), "-"),
        all.requests(),
        all.intendedLatencies().at(MEDIAN),
        all.intendedLatencies().at(P95),
        all.intendedLatencies().at(P99),
        PERCENT * all.errorShare());
  }
}
