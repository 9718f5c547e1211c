package io.tideline.engine.pilot;

import io.tideline.engine.live.LiveWindow;
import io.tideline.engine.live.LogFollower;
import io.tideline.engine.live.Seconds;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The growing log of a run, on the run's clock. The log counts from an instant of its own, which
 * its first record tells. One thread at a time.
 */
final class LiveRecord implements SimulationLogListener {
  private final long originMillis;
  private final LiveWindow window;
  private final LogFollower follower;
  private @Nullable RunRecord run;

  /**
   * @param log Gatling's record of the run
   * @param originMillis wall clock at the run's first instant
   * @param kept how much of the log is kept
   */
  LiveRecord(Path log, long originMillis, Duration kept) {
    this.originMillis = originMillis;
    this.window = new LiveWindow(kept);
    this.follower = new LogFollower(log, List.of(this, window));
  }

  @Override
  public void run(RunRecord record) {
    run = record;
  }

  LiveWindow window() {
    return window;
  }

  /** Reads what there is; whether the log has begun, so that its clock is known. */
  boolean hasBegun() throws IOException {
    follower.poll();
    return run != null;
  }

  /** Reads what there is; whether all records of these seconds are there. */
  boolean hasAll(Seconds seconds) throws IOException {
    follower.poll();
    return window.covers(seconds);
  }

  /** An instant of the run as a second of the log, rounded up. */
  int secondAt(long nanos) {
    long seconds = -Math.floorDiv(-(nanos + aheadNanos()), TimeUnit.SECONDS.toNanos(1));
    return Math.toIntExact(Math.max(0, seconds));
  }

  /** When a second of the log began, on the run's clock. */
  long nanosAt(int second) {
    return TimeUnit.SECONDS.toNanos(second) - aheadNanos();
  }

  /** How much later the run's first instant is than the log's. */
  private long aheadNanos() {
    return run == null ? 0 : TimeUnit.MILLISECONDS.toNanos(originMillis - run.startEpochMillis());
  }
}
