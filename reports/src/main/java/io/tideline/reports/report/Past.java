package io.tideline.reports.report;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.band.Calibration;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.Earlier;
import io.tideline.reports.gate.Earlier.Remembered;
import io.tideline.reports.gate.Failure;
import io.tideline.reports.gate.LastingShift;
import io.tideline.reports.gate.Suspicion;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.history.CalibrationFile;
import io.tideline.reports.history.History;
import io.tideline.reports.history.RunNote;
import io.tideline.reports.history.Shelf;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo;
import io.tideline.reports.stats.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run's past is: the runs that it is compared with, and where it may be put itself.
 *
 * @param shelf of the history, with the runs of its fingerprint
 * @param earlier the runs to compare with
 * @param problems with the history, a sentence each; none of them stops a verdict
 */
public record Past(Shelf shelf, Earlier earlier, List<String> problems) {
  /** So many of an epoch's first runs stay fixed, to be held against when it has grown long. */
  private static final int ANCHOR_RUNS = 10;

  private static final int MOST_SAID = 2;

  public Past {
    problems = List.copyOf(problems);
  }

  /**
   * The past of {@code run}: what was accepted in the present epoch and began before it.
   *
   * @throws IOException when the folder is there and cannot be read
   */
  public static Past of(Run run, History history, BandSettings settings) throws IOException {
    Shelf shelf = history.shelfOf(run);
    Shelf.Contents contents = shelf.present();
    List<String> problems = new ArrayList<>(contents.problems());
    Calibration calibration = calibration(shelf, problems);
    List<Run> accepted =
        contents.runs().stream().filter(each -> isBefore(each.info(), run.info())).toList();
    if (accepted.isEmpty()) {
      history.incomparable(run).stream().limit(MOST_SAID).forEach(problems::add);
    }
    boolean grown = accepted.size() > settings.runs().most();
    List<Run> anchor = grown ? accepted.subList(0, ANCHOR_RUNS) : List.of();
    Earlier earlier =
        new Earlier(
            accepted,
            anchor,
            List.of(),
            settings.calibrated(calibration),
            remembered(shelf, accepted, contents.otherLoads(), run));
    return new Past(shelf, earlier, problems);
  }

  private static Remembered remembered(
      Shelf shelf, List<Run> accepted, List<String> otherLoads, Run run) throws IOException {
    List<RunNote> notes = shelf.notes();
    Map<String, Set<String>> suspected = new HashMap<>();
    for (RunNote note : notes) {
      if (!note.suspected().isEmpty()) {
        suspected.put(note.run(), note.suspected());
      }
    }
    Instant passed =
        accepted.stream()
            .filter(each -> !suspected.containsKey(each.info().id()))
            .map(each -> each.info().start())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    Instant epoch = shelf.epoch();
    List<Failure> failures =
        notes.stream()
            .filter(note -> !note.failed().isEmpty() && !note.run().equals(run.info().id()))
            .filter(note -> note.from().isAfter(passed) && !note.from().isBefore(epoch))
            .filter(note -> isBefore(note.start(), run.info().start()))
            .map(note -> failure(shelf, note))
            .toList();
    return new Remembered(suspected, failures, otherLoads, shelf.history().toString());
  }

  private static boolean isBefore(@Nullable Instant there, @Nullable Instant here) {
    return there == null || here == null || there.isBefore(here);
  }

  /**
   * The runs after a failed one that failed in the same way, the oldest first; none if {@code
   * first} is not remembered to have failed.
   *
   * @throws IOException when one cannot be read
   */
  public static List<Run> sameSince(Shelf shelf, Run first) throws IOException {
    Optional<RunNote> note = shelf.note(first);
    List<Run> same = new ArrayList<>();
    if (note.isEmpty() || note.get().failed().isEmpty()) {
      return same;
    }
    Failure failure = failure(shelf, note.get());
    for (RunNote later : shelf.notes()) {
      if (!later.from().isBefore(note.get().from())
          && !later.failed().isEmpty()
          && failure(shelf, later).isSameAs(failure)
          && Files.exists(shelf.failed(later))) {
        same.add(RunReader.read(shelf.failed(later)));
      }
    }
    return same;
  }

  /** A remembered failure, with where its run is kept. */
  public static Failure failure(Shelf shelf, RunNote note) {
    return new Failure(note.run(), note.start(), note.failed(), shelf.failed(note).toString());
  }

  private static boolean isBefore(RunInfo other, RunInfo run) {
    Instant there = other.start();
    Instant here = run.start();
    return there != null && here != null ? there.isBefore(here) : !other.id().equals(run.id());
  }

  private static Calibration calibration(Shelf shelf, List<String> problems) {
    try {
      return CalibrationFile.read(shelf);
    } catch (IOException e) {
      problems.add(String.valueOf(e.getMessage()));
      return Calibration.NONE;
    }
  }

  /** Why {@link #keep} keeps a run out, in words. */
  public static String whyNot(Analysis analysis) {
    if (analysis.run().pool(Scope.EVERYTHING).ok() == 0) {
      return "no request succeeded, so that later runs could be compared with nothing";
    }
    List<String> reasons = analysis.verdict().reasons();
    return reasons.isEmpty()
        ? String.join("; ", analysis.verdict().warnings())
        : analysis.verdict().result() + ": " + reasons.get(0);
  }

  /**
   * Puts an analysed run among the accepted ones, if its verdict makes it fit for that; marked, if
   * it is suspected of being worse and nothing has confirmed it. A confirmed failure is remembered.
   */
  public Optional<Path> keep(Analysis analysis) throws IOException {
    Verdict verdict = analysis.verdict();
    Run run = analysis.run();
    if (run.pool(Scope.EVERYTHING).ok() == 0) {
      return Optional.empty();
    }
    if (!verdict.isFitForHistory()) {
      Map<String, Double> worse = LastingShift.worse(verdict.checks());
      if (verdict.result() == Result.FAIL && !worse.isEmpty()) {
        shelf.keepFailed(run, RunNote.failed(run, worse));
      }
      return Optional.empty();
    }
    Set<String> open =
        verdict.checks().stream()
            .filter(Suspicion::isOpen)
            .map(Check::id)
            .collect(Collectors.toSet());
    if (open.isEmpty()) {
      Path accepted = shelf.accept(run);
      shelf.forget(run);
      return Optional.of(accepted);
    }
    return Optional.of(shelf.acceptMarked(run, RunNote.suspected(run, open)));
  }
}
