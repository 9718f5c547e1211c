package io.tideline.engine.pilot;

import io.tideline.engine.live.Seconds;
import io.tideline.engine.resource.Consumption;
import io.tideline.engine.search.Step;
import io.tideline.engine.search.StepFigures;
import io.tideline.engine.search.StepJudge;
import io.tideline.engine.search.StepResult;
import io.tideline.engine.search.StepTimes;
import io.tideline.engine.search.StepVerdict.Good;
import io.tideline.engine.search.StepVerdict.Saturated;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Takes one step after another: ramps to its load with a change each second, settles, and measures
 * whole seconds of the log; the load goes on until the log has them.
 */
final class StepTaker {
  /** How long the log of a step is waited for. */
  static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long CHANGE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final double MILLIS_PER_SECOND = 1e3;

  private final SearchedRun run;
  private final LiveRecord live;
  private final StartTally tally;
  private final StepMeter meter;
  private double load = 1;
  private long calm = -1;
  private List<Consumption> consumed = List.of();

  StepTaker(SearchedRun run, LiveRecord live, StartTally tally, StepMeter meter) {
    this.run = run;
    this.live = live;
    this.tally = tally;
    this.meter = meter;
  }

  StepResult take(Step step) throws IOException, InterruptedException {
    ramp(step.load(), step.times().ramp().toNanos());
    run.sleepUntil(run.nowNanos() + step.times().settle().toNanos());
    StepResult result = measured(step);
    if (result.verdict() instanceof Good) {
      calm = run.active();
    }
    return result;
  }

  /** What the target consumed while the last step was measured. */
  List<Consumption> consumed() {
    return consumed;
  }

  /**
   * Offers a small load until no more users are under way than in the last good step, but no longer
   * than a step: the next one is to find the target as if there had been no bad one.
   */
  void recover(double floor, StepTimes times) throws InterruptedException {
    load = floor;
    run.scale(floor);
    long end = run.nowNanos() + times.settle().plus(times.measure()).toNanos();
    while (run.active() > calm && run.nowNanos() < end && !run.isOver()) {
      run.sleepUntil(run.nowNanos() + POLL_NANOS);
    }
  }

  private void ramp(double to, long lasts) throws InterruptedException {
    long start = run.nowNanos();
    double from = load;
    long changes = Math.max(1, lasts / CHANGE_NANOS);
    for (long i = 1; i <= changes && !run.isOver(); i++) {
      load = from + (to - from) * i / changes;
      run.scale(load);
      run.sleepUntil(start + lasts * i / changes);
    }
  }

  private StepResult measured(Step step) throws IOException, InterruptedException {
    if (!await(live::hasBegun)) {
      return unknown(step);
    }
    int from = live.secondAt(run.nowNanos());
    long length = Math.max(1, Math.round(step.measured().toMillis() / MILLIS_PER_SECOND));
    Seconds seconds = new Seconds(from, from + Math.toIntExact(length));
    long fromNanos = live.nanosAt(seconds.from());
    long toNanos = live.nanosAt(seconds.to());
    tally.count(fromNanos, toNanos);
    run.sleepUntil(toNanos);
    if (!await(() -> live.hasAll(seconds))) {
      return unknown(step);
    }
    long due = run.dueBefore(toNanos) - run.dueBefore(fromNanos);
    StepFigures figures = meter.figures(due, seconds);
    consumed = run.consumed(fromNanos, toNanos);
    return new StepResult(step, StepJudge.judge(figures), figures);
  }

  private StepResult unknown(Step step) {
    consumed = List.of();
    String why = "its log did not come within " + LONGEST_WAIT.toMinutes() + " minutes";
    return new StepResult(step, new Saturated(why), meter.figures(0));
  }

  /** Whether the log came so far in time, and the run goes on. */
  private boolean await(LogState wanted) throws IOException, InterruptedException {
    long end = run.nowNanos() + LONGEST_WAIT.toNanos();
    while (!wanted.holds()) {
      if (run.nowNanos() > end || run.isOver()) {
        return false;
      }
      run.sleepUntil(run.nowNanos() + POLL_NANOS);
    }
    return true;
  }

  @FunctionalInterface
  private interface LogState {
    boolean holds() throws IOException;
  }
}
