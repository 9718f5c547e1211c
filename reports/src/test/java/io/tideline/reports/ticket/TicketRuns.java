package io.tideline.reports.ticket;

import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Gate;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs that deserve tickets, and some that do not. */
final class TicketRuns {
  static final List<Phase> PHASES =
      List.of(
          SampleRun.phase("warm-up", 5, true, 1),
          SampleRun.phase("before", 20, false, 1),
          SampleRun.phase("burst", 20, false, 3));
  static final Slo P95 = new Slo(Scope.EVERYTHING, Metric.P95, 100);
  static final Slo ERRORS = new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.01);

  static final TargetModel FAST = (request, second, random) -> 20 + random.nextInt(10);

  /** One request of five takes ten times as long. */
  static final TargetModel SLOW_SAVE =
      (request, second, random) -> request.equals("Save memory") ? 300 : 20;

  /** Everything is slower in the burst. */
  static final TargetModel SLOW_BURST = (request, second, random) -> second < 25 ? 20 : 250;

  /** One in twenty fails, at any time. */
  static final TargetModel FAILING =
      (request, second, random) -> random.nextInt(20) == 0 ? -20 : 20;

  /** All fail for two seconds. */
  static final TargetModel FAILING_FOR_A_MOMENT =
      (request, second, random) -> second > 30 && second < 32 ? -20 : 20;

  private TicketRuns() {}

  static Plan plan(Slo... slos) {
    return SampleRun.plan(10, PHASES, List.of(slos));
  }

  /** The tickets of a run in the folder {@code folder}. */
  static TicketBook book(Path folder, TargetModel target, Slo... slos) throws IOException {
    return book(SampleRun.of(plan(slos), target, Duration.ZERO), folder);
  }

  static TicketBook book(SampleRun sample, Path folder) throws IOException {
    return of(sample.writeTo(folder));
  }

  /** The tickets of a run that is there. */
  static TicketBook of(Path folder) throws IOException {
    ResultsFolder.Contents contents = new ResultsFolder(folder).read();
    Plan plan = contents.plan();
    Verdict verdict = Gate.judge(contents.run(), plan.slos(), plan.validity());
    return TicketBook.of(contents.run(), verdict);
  }
}
