package io.tideline.reports.tracker;

import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.report.Analysis;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import io.tideline.reports.ticket.TicketBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Tickets of runs whose promises on two requests and on errors were kept or broken. */
final class TestBooks {
  static final TargetModel FAST = (request, second, random) -> 20;
  static final TargetModel SLOW = (request, second, random) -> 200;
  static final TargetModel FAILING =
      (request, second, random) -> random.nextInt(10) == 0 ? -20 : 20;
  private static final List<Slo> SLOS =
      List.of(
          new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.01),
          new Slo(new Scope("Browse timeline", null, null), Metric.P95, 100),
          new Slo(new Scope("Create memory", null, null), Metric.P95, 100));

  private TestBooks() {}

  static TicketBook of(Path folder, TargetModel target) throws IOException {
    Analysis analysis = analysis(folder, target);
    return TicketBook.of(analysis.run(), analysis.verdict());
  }

  static Analysis analysis(Path folder, TargetModel target) throws IOException {
    List<Phase> phases = List.of(SampleRun.phase("only", 30, false, 1));
    SampleRun.of(SampleRun.plan(10, phases, SLOS), target, Duration.ZERO).writeTo(folder);
    return Analysis.analyze(folder);
  }
}
