package io.tideline.reports.cli;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.report.Analysis;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo;
import io.tideline.reports.stats.RunReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the runs that are to confirm or refute a suspicion. Each must be a fresh run of the same
 * build: whatever else is given could refute anything, and so is refused.
 */
final class ConfirmationRuns {
  private final Path path;
  private final Analysis judged;
  private final List<Run> accepted;

  /**
   * @param path of the suspected run
   * @param judged the suspected run
   * @param accepted its baseline runs
   */
  ConfirmationRuns(Path path, Analysis judged, List<Run> accepted) {
    this.path = path;
    this.judged = judged;
    this.accepted = accepted;
  }

  /**
   * The runs in these folders or files.
   *
   * @throws IOException when one can confirm nothing; the message says which and why
   */
  List<Run> read(List<Path> paths) throws IOException {
    List<Run> fresh = new ArrayList<>();
    for (Path each : paths) {
      Run run = RunReader.read(each);
      Optional<String> problem = problem(run, fresh);
      if (problem.isPresent()) {
        throw new IOException(each + ": cannot confirm " + path + ": " + problem.get());
      }
      fresh.add(run);
    }
    return fresh;
  }

  private Optional<String> problem(Run run, List<Run> others) {
    Run suspected = judged.run();
    List<String> differences = suspected.fingerprint().differences(run.fingerprint());
    if (!differences.isEmpty()) {
      return Optional.of(String.join("; ", differences));
    }
    if (isSame(run, suspected)) {
      return Optional.of("it is the suspected run itself; give a fresh run of the same build");
    }
    if (others.stream().anyMatch(other -> isSame(run, other))) {
      return Optional.of("it is given twice");
    }
    if (accepted.stream().anyMatch(other -> isSame(run, other))) {
      return Optional.of("it is one of the baseline runs; give a fresh run of the same build");
    }
    return build(run).or(() -> unsound(run));
  }

  /** Where the target's version is not known, a run from before the suspected one is doubtful. */
  private Optional<String> build(Run run) {
    String own = judged.run().info().versions().target();
    String other = run.info().versions().target();
    if (own != null && other != null) {
      return own.equals(other)
          ? Optional.empty()
          : Optional.of("it is of another build, " + other + " and not " + own);
    }
    Instant from = judged.run().info().start();
    Instant start = run.info().start();
    return from != null && start != null && start.isBefore(from)
        ? Optional.of("it began before the suspected run; give a fresh run of the same build")
        : Optional.empty();
  }

  private Optional<String> unsound(Run run) {
    Verdict verdict = judged.sameOf(run);
    if (verdict.result() == Result.INVALID && !verdict.lacksOnlyQuestions()) {
      return Optional.of("it is INVALID: " + verdict.reasons().get(0));
    }
    return run.pool(Scope.EVERYTHING).ok() == 0
        ? Optional.of("no request of it succeeded")
        : Optional.empty();
  }

  private static boolean isSame(Run run, Run other) {
    RunInfo one = run.info();
    RunInfo two = other.info();
    Instant start = one.start();
    return start == null || two.start() == null
        ? one.id().equals(two.id())
        : start.equals(two.start()) && run.users().equals(other.users());
  }
}
