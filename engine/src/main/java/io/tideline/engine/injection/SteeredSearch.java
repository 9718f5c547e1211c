package io.tideline.engine.injection;

import io.tideline.engine.pilot.SearchedRun;
import io.tideline.engine.resource.Consumption;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.RunEvent.Kind;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run as a search sees and steers it. What the search does is among the run's events. */
record SteeredSearch(Performance run) implements SearchedRun {

  @Override
  public long nowNanos() {
    return run.dispatcher().now();
  }

  @Override
  public void sleepUntil(long nanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanos - nowNanos());
  }

  @Override
  public long dueBefore(long nanos) {
    return run.steering().dueBefore(nanos);
  }

  @Override
  public long active() {
    return run.dispatcher().active();
  }

  @Override
  public List<Consumption> consumed(long fromNanos, long toNanos) {
    return run.consumed(fromNanos, toNanos);
  }

  @Override
  public boolean isOver() {
    return run.steering().isOver(nowNanos());
  }

  @Override
  public void scale(double factor) {
    run.steer(Kind.SCALE, factor, RunEvent.SEARCH);
  }

  @Override
  public void done() {
    if (!isOver()) {
      run.steer(Kind.DONE, 1, RunEvent.SEARCH);
    }
  }
}
