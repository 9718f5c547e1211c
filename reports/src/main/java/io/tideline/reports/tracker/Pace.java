package io.tideline.reports.tracker;

import java.time.Clock;
import java.time.Duration;

/**
 * How fast a tracker is written to.
 *
 * @param pause between two writes
 * @param patience longest wait that a tracker may ask for
 * @param timeout longest wait for an answer
 * @param clock by which the end of a rate limit is told
 * @param sleeper how to wait
 */
public record Pace(
    Duration pause, Duration patience, Duration timeout, Clock clock, Sleeper sleeper) {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  /** Waits. */
  @FunctionalInterface
  public interface Sleeper {
    /** Waits for as long. */
    void sleep(Duration duration) throws InterruptedException;
  }

  /** The pace that trackers ask for, with {@code pause} between two writes. */
  public static Pace of(Duration pause) {
    return new Pace(
        pause, PATIENCE, TIMEOUT, Clock.systemUTC(), duration -> Thread.sleep(duration.toMillis()));
  }
}
