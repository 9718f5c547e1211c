package io.tideline.engine.injection;

import io.tideline.engine.fault.BrokenRun;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.RunEvent.Kind;
import io.tideline.engine.schedule.StartLog.Ending;
import io.tideline.engine.simlog.SimulationLog;
import java.nio.file.Path;
import java.time.Duration;

/** A run as its faults see it. */
record BrokenLoad(Performance run, Conductor conductor) implements BrokenRun {

  @Override
  public Plan plan() {
    return run.steering().schedule().plan();
  }

  @Override
  public long nowNanos() {
    return run.dispatcher().now();
  }

  @Override
  public long whenNanos(Duration plan) {
    return run.steering().whenNanos(plan.toNanos());
  }

  @Override
  public boolean isOver() {
    return run.steering().isOver(nowNanos());
  }

  @Override
  public Path log() {
    return run.folder().resolve(SimulationLog.FILE_NAME);
  }

  @Override
  public long originMillis() {
    return run.originMillis();
  }

  @Override
  public void note(RunEvent event) {
    run.note(event);
  }

  @Override
  public void stop(String reason) {
    if (!isOver()) {
      run.steer(Kind.STOP, 1, reason);
    }
  }

  @Override
  public void abort(String reason) {
    conductor.end(Ending.ABORTED, reason);
  }
}
