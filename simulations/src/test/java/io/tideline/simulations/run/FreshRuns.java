package io.tideline.simulations.run;

import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.report.Analysis;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.RunReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fresh runs, one after the other, until somebody stops them. */
final class FreshRuns {
  private final PreparedRun run;
  private final Path results;
  private int made;
  private volatile boolean stopped;
  private volatile FreshRun going;

  /**
   * @param run what they repeat
   * @param results folder in which Gatling makes one folder for each run
   */
  FreshRuns(PreparedRun run, Path results) {
    this.run = run;
    this.results = results;
  }

  /** As many valid runs as wanted, of at most twice as many. */
  List<Analysis> several(int wanted) throws IOException {
    List<Analysis> fresh = new ArrayList<>();
    for (int i = 0; i < 2 * wanted && fresh.size() < wanted && !stopped; i++) {
      System.out.printf("Tideline: fresh run %d of %d to confirm ...%n", fresh.size() + 1, wanted);
      one(Map.of()).ifPresent(fresh::add);
    }
    return fresh;
  }

  /**
   * One run; nothing when it proved nothing, and then it has been said.
   *
   * @param options that it has in place of this process' own
   */
  Optional<Analysis> one(Map<String, String> options) throws IOException {
    if (stopped) {
      return Optional.empty();
    }
    String name = "fresh-" + ProcessHandle.current().pid() + "-" + ++made + ".log";
    try (FreshRun started = FreshRun.start(run, results, results.resolve(name), options)) {
      going = started;
      Optional<Path> folder = started.await();
      if (folder.isPresent()) {
        Path tideline = new ResultsFolder(folder.get()).tideline();
        Analysis analysis = Analysis.of(RunReader.read(tideline), tideline);
        if (analysis.verdict().result() != Result.INVALID) {
          return Optional.of(analysis);
        }
      }
      System.out.println("Tideline: that run proves nothing; see " + results.resolve(name));
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
      return Optional.empty();
    } finally {
      going = null;
    }
  }

  /** Ends what goes on, and begins nothing more. */
  void stop() {
    stopped = true;
    FreshRun now = going;
    if (now != null) {
      now.close();
    }
  }
}
