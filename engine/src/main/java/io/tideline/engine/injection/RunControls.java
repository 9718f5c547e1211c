package io.tideline.engine.injection;

import io.tideline.engine.control.Controls;
import io.tideline.engine.control.RunState;
import io.tideline.engine.plan.Limits;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.RunEvent.Kind;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.Steering;
import io.tideline.engine.schedule.UserLimit;
import java.util.Locale;

/** Steers a run that has started, within the caps of its plan and the accounts that there are. */
final class RunControls implements Controls {
  private static final String BY_HAND = "by hand";
  private static final double NANOS_PER_SECOND = 1e9;

  private final Performance run;
  private final UserLimit limit;

  RunControls(Performance run, UserLimit limit) {
    this.run = run;
    this.limit = limit;
  }

  @Override
  public RunState state() {
    Steering steering = run.steering();
    Schedule schedule = steering.schedule();
    long now = run.dispatcher().elapsed();
    boolean over = steering.isOver(now);
    return new RunState(
        schedule.plan().scenario(),
        over ? "ending" : steering.isRunning() ? "running" : "paused",
        schedule.plan().load().phases().get(steering.phaseAt(now)).name(),
        now / NANOS_PER_SECOND,
        steering.factor(),
        steering.dueBefore(now),
        run.dispatcher().active());
  }

  @Override
  public synchronized RunState pause() {
    refuseWhenOver();
    refuseInSearch();
    if (run.steering().isRunning()) {
      run.steer(Kind.PAUSE, 1, BY_HAND);
    }
    return state();
  }

  @Override
  public synchronized RunState resume() {
    if (!run.steering().isRunning()) {
      run.steer(Kind.RESUME, 1, BY_HAND);
    }
    return state();
  }

  @Override
  public synchronized RunState scale(double factor) {
    refuseWhenOver();
    Steering steering = run.steering();
    Limits limits = steering.schedule().plan().limits();
    refuseInSearch();
    double peak = steering.schedule().peakRate() * factor;
    if (peak > limits.rate()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "scaled by %s the plan would peak at %.1f new users per second and %.1f are allowed",
              factor,
              peak,
              limits.rate()));
    }
    RunEvent event = new RunEvent(run.dispatcher().elapsed(), Kind.SCALE, factor, BY_HAND);
    long users = steering.arrivalsAfter(event);
    if (users > limit.most()) {
      throw new IllegalArgumentException(
          "scaled by "
              + factor
              + " the run would bring "
              + users
              + " users, each with an account of its own, and "
              + limit.most()
              + " may come; "
              + limit.remedy());
    }
    run.steer(Kind.SCALE, factor, BY_HAND);
    return state();
  }

  private void refuseWhenOver() {
    if (run.steering().isOver(run.dispatcher().now())) {
      throw new IllegalArgumentException("the run is ending: no more users come");
    }
  }

  private void refuseInSearch() {
    if (run.steering().schedule().plan().search() != null) {
      throw new IllegalArgumentException("the search for the breaking point steers this run");
    }
  }

  @Override
  public synchronized RunState stop() {
    if (!run.steering().wasStopped()) {
      run.steer(Kind.STOP, 1, BY_HAND);
    }
    return state();
  }
}
