package io.tideline.engine.pilot;

import io.tideline.engine.resource.Consumption;
import java.util.List;

/**
 * A run that goes on, as far as a search needs it. Times are nanoseconds since the run's first
 * instant. May be asked from any thread.
 */
public interface SearchedRun {

  /** The time. */
  long nowNanos();

  /** Waits until a time, or not at all when it has passed. */
  void sleepUntil(long nanos) throws InterruptedException;

  /** How many users were due before a time. */
  long dueBefore(long nanos);

  /** Users who are under way. */
  long active();

  /** What the target consumed from after one time to another; none when it tells nothing. */
  List<Consumption> consumed(long fromNanos, long toNanos);

  /** Whether no users come any more. */
  boolean isOver();

  /** From now on {@code factor} times the plan's rate. */
  void scale(double factor);

  /** No more users: the search has ended. */
  void done();
}
