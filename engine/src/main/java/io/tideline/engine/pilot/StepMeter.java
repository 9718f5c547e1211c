package io.tideline.engine.pilot;

import io.tideline.engine.live.Figures;
import io.tideline.engine.live.LiveWindow;
import io.tideline.engine.live.Seconds;
import io.tideline.engine.live.SectionedQuantile;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.search.Interval;
import io.tideline.engine.search.Measured;
import io.tideline.engine.search.Offered;
import io.tideline.engine.search.Promise;
import io.tideline.engine.search.PromiseFigure;
import io.tideline.engine.search.StepFigures;
import java.util.Arrays;
import java.util.List;

/**
 * Puts together what a step is judged by. Each SLO of the plan is a promise that every step has to
 * keep; a phase that it names does not matter.
 */
final class StepMeter {
  private static final double NANOS_PER_MILLI = 1e6;

  private final Plan plan;
  private final LiveWindow window;
  private final StartTally tally;

  StepMeter(Plan plan, LiveWindow window, StartTally tally) {
    this.plan = plan;
    this.window = window;
    this.tally = tally;
  }

  /**
   * The figures of a step.
   *
   * @param due users who were due meanwhile, of whom the tally has counted the starts
   * @param seconds the measured part, all of it read
   */
  StepFigures figures(long due, Seconds seconds) {
    List<Integer> inFlight = Arrays.stream(window.inFlight(seconds)).boxed().toList();
    List<PromiseFigure> promises =
        plan.slos().stream().map(slo -> figure(slo, seconds)).distinct().toList();
    return new StepFigures(offered(due), promises, inFlight);
  }

  /** The figures of a step whose requests nobody knows. */
  StepFigures figures(long due) {
    return new StepFigures(offered(due), List.of(), List.of());
  }

  private Offered offered(long due) {
    return new Offered(
        due,
        tally.started(),
        tally.lagP99Millis(),
        plan.validity().lagP99().toNanos() / NANOS_PER_MILLI);
  }

  private PromiseFigure figure(Slo slo, Seconds seconds) {
    Metric metric = slo.metric();
    Scope scope = new Scope(slo.scope().journey(), slo.scope().request(), null);
    Promise promise =
        new Promise(scope.toString(), metric.key(), slo.limit(), metric.leastValues());
    Figures figures = window.figures(scope, seconds);
    long failures = window.figures(new Scope(scope.journey(), null, null), seconds).ko();
    return new PromiseFigure(
        promise,
        new Measured(
            figures.value(metric),
            interval(scope, metric, seconds),
            figures.countOf(metric),
            failures));
  }

  private Interval interval(Scope scope, Metric metric, Seconds seconds) {
    if (!(metric.quantile() < 1)) {
      return Interval.UNKNOWN;
    }
    SectionedQuantile quantile = window.sectioned(scope, metric.quantile(), seconds);
    return new Interval(quantile.low(), quantile.high());
  }
}
