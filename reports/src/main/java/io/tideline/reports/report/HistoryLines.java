package io.tideline.reports.report;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Failure;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.gate.LastingShift;
import io.tideline.reports.history.Epoch;
import io.tideline.reports.history.RunNote;
import io.tideline.reports.history.Shelf;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Sample;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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
    List<RunNote> notes = shelf.notes();
    for (Run run : contents.runs()) {
      text.append(line(run));
      notes.stream()
          .filter(note -> note.run().equals(run.info().id()) && !note.suspected().isEmpty())
          .forEach(note -> text.append(suspected(note)));
    }
    failures(shelf, notes, passed(contents.runs(), notes), text);
    for (Epoch epoch : Epoch.of(shelf)) {
      text.append("  epoch from ").append(epoch.from()).append(": ").append(epoch.reason());
      text.append('\n');
    }
    contents.problems().forEach(problem -> text.append("  ! ").append(problem).append('\n'));
    return text.toString();
  }

  /** When the latest run began that passed without a suspicion. */
  private static Instant passed(List<Run> accepted, List<RunNote> notes) {
    Set<String> marked =
        notes.stream()
            .filter(note -> !note.suspected().isEmpty())
            .map(RunNote::run)
            .collect(Collectors.toSet());
    return accepted.stream()
        .filter(run -> !marked.contains(run.info().id()) && run.info().start() != null)
        .map(run -> Objects.requireNonNull(run.info().start()))
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  private static String suspected(RunNote note) {
    return "    marked: suspected in "
        + Figures.count(note.suspected().size(), "metric")
        + ", not confirmed\n";
  }

  /** Confirmed failures; and what accepts them, where the last ones are a lasting shift. */
  private static void failures(
      Shelf shelf, List<RunNote> notes, Instant passed, StringBuilder text) {
    List<Failure> failures =
        notes.stream()
            .filter(note -> !note.failed().isEmpty())
            .map(note -> Past.failure(shelf, note))
            .toList();
    for (Failure failure : failures) {
      text.append("  failed ").append(failure.start() == null ? "-" : failure.start());
      text.append("  ").append(failure.run()).append(": ");
      text.append(Figures.count(failure.worse().size(), "metric")).append(" worse, confirmed\n");
    }
    if (failures.isEmpty()) {
      return;
    }
    Failure last = failures.get(failures.size() - 1);
    List<Failure> since =
        failures.stream()
            .filter(each -> each.start() == null || each.start().isAfter(passed))
            .toList();
    List<Failure> row = LastingShift.row(last, since);
    if (row.size() >= LastingShift.FEWEST) {
      text.append("  lasting shift: the same in the last ").append(row.size());
      text.append(" of them; to accept it: ");
      text.append(LastingShift.command(row.get(0), shelf.history().toString())).append('\n');
    }
  }

  private static String line(Run run) {
    Sample all = run.pool(Scope.EVERYTHING);
    return String.format(
        Locale.ROOT,
        "  %s  %-32s  %-12s %,10d requests  p50 %,5d  p95 %,5d  p99 %,5d ms  errors %.2f %%\n",
        run.info().start() == null ? "-" : run.info().start(),
        run.info().id(),
        Objects.requireNonNullElse(run.info().versions().target(), "-"),
        all.requests(),
        all.intendedLatencies().at(MEDIAN),
        all.intendedLatencies().at(P95),
        all.intendedLatencies().at(P99),
        PERCENT * all.errorShare());
  }
}
