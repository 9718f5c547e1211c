package io.tideline.simulations.run;

import io.tideline.engine.plan.Options;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.history.History;
import io.tideline.reports.report.Analysis;
import io.tideline.reports.report.Past;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Judges a run that has ended beside others: the accepted ones of the history that the user names,
 * or those of another build in turns. Makes fresh runs where that is allowed and a regression is
 * suspected, and puts a run that is fit for it among the accepted ones.
 */
final class Judging {
  private final Surroundings surroundings;
  private final FreshRuns fresh;

  Judging(PreparedRun run, Surroundings surroundings) {
    this.surroundings = surroundings;
    this.fresh = new FreshRuns(run, surroundings.results());
  }

  /** The verdict on {@code own} beside others; the same when it is to be judged alone. */
  Analysis judge(Analysis own) throws IOException {
    Options options = surroundings.options();
    if (own.verdict().result() == Result.INVALID) {
      return own;
    }
    int confirm = options.value("confirm").map(Integer::parseInt).orElse(0);
    Optional<String> baseline = options.value("paired");
    if (baseline.isPresent()) {
      return new PairedSession(fresh, baseline.get()).judge(own, confirm);
    }
    Optional<String> history = options.value("history");
    return history.isEmpty()
        ? own
        : besidePast(own, surroundings.root().resolve(history.get()), confirm);
  }

  private Analysis besidePast(Analysis own, Path folder, int confirm) throws IOException {
    Past past = Past.of(own.run(), new History(folder), BandSettings.STANDARD);
    past.problems().forEach(problem -> System.out.println("Tideline: history: " + problem));
    Analysis judged = own.against(past.earlier());
    boolean open = judged.verdict().result() == Result.PASS && judged.verdict().asksToConfirm();
    if (open && confirm > 0) {
      System.out.println("Tideline: slower than earlier runs, it seems:");
      judged.verdict().warnings().forEach(warning -> System.out.println("  - " + warning));
      judged =
          own.against(
              past.earlier()
                  .confirmedBy(fresh.several(confirm).stream().map(Analysis::run).toList()));
    }
    Optional<Path> kept = past.keep(judged);
    System.out.println(
        kept.isPresent()
            ? "Tideline: accepted as " + kept.get()
            : "Tideline: not accepted: " + Past.whyNot(judged));
    return judged;
  }

  /** Ends what goes on: no more fresh runs. */
  void stop() {
    fresh.stop();
  }
}
