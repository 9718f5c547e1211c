package io.tideline.simulations.run;

import io.tideline.engine.plan.Options;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.history.History;
import io.tideline.reports.report.Analysis;
import io.tideline.reports.report.Past;
import io.tideline.reports.stats.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges a run that has ended by the history that the user names, makes fresh runs where that is
 * allowed and a regression is suspected, and puts a run that is fit for it among the accepted ones.
 */
final class Judging {
  private final PreparedRun run;
  private final Surroundings surroundings;
  private volatile boolean stopped;
  private volatile FreshRun going;

  Judging(PreparedRun run, Surroundings surroundings) {
    this.run = run;
    this.surroundings = surroundings;
  }

  /** The verdict on {@code own} beside the history; the same without one. */
  Analysis judge(Analysis own) throws IOException {
    Options options = surroundings.options();
    Optional<String> folder = options.value("history");
    if (folder.isEmpty() || own.verdict().result() == Result.INVALID) {
      return own;
    }
    Path history = surroundings.root().resolve(folder.get());
    Past past = Past.of(own.run(), new History(history), BandSettings.STANDARD);
    past.problems().forEach(problem -> System.out.println("Tideline: history: " + problem));
    Analysis judged = own.against(past.earlier());
    int confirm = options.value("confirm").map(Integer::parseInt).orElse(0);
    boolean open = judged.verdict().result() == Result.PASS && judged.verdict().asksToConfirm();
    if (open && confirm > 0) {
      System.out.println("Tideline: slower than earlier runs, it seems:");
      judged.verdict().warnings().forEach(warning -> System.out.println("  - " + warning));
      judged = own.against(past.earlier().confirmedBy(freshRuns(confirm, own)));
    }
    past.keep(judged).ifPresent(file -> System.out.println("Tideline: accepted as " + file));
    return judged;
  }

  /** As many valid runs as wanted, of at most twice as many. */
  private List<Run> freshRuns(int wanted, Analysis own) throws IOException {
    List<Run> fresh = new ArrayList<>();
    for (int i = 1; i <= 2 * wanted && fresh.size() < wanted && !stopped; i++) {
      System.out.printf("Tideline: fresh run %d of %d to confirm ...%n", fresh.size() + 1, wanted);
      freshRun(own.tideline().resolve("confirm-" + i + ".log")).ifPresent(fresh::add);
    }
    return fresh;
  }

  private Optional<Run> freshRun(Path log) throws IOException {
    try (FreshRun started = FreshRun.start(run, surroundings.results(), log, Map.of())) {
      going = started;
      Optional<Run> made = started.await();
      if (made.isEmpty() || isInvalid(made.get(), log)) {
        System.out.println("Tideline: that run proves nothing; see " + log);
        return Optional.empty();
      }
      return made;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
      return Optional.empty();
    } finally {
      going = null;
    }
  }

  private static boolean isInvalid(Run made, Path log) {
    return Analysis.of(made, log.getParent()).verdict().result() == Result.INVALID;
  }

  /** Ends what goes on: no more fresh runs. */
  void stop() {
    stopped = true;
    FreshRun now = going;
    if (now != null) {
      now.close();
    }
  }
}
