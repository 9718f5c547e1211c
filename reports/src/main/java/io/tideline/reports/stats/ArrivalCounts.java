package io.tideline.reports.stats;

import io.tideline.engine.plan.Slice;
import io.tideline.engine.schedule.Steering;

/** How many arrivals were due, and how many started, in each interval of a time line. */
final class ArrivalCounts {
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Steering steering;
  private final Counts started = new Counts();

  ArrivalCounts(Steering steering) {
    this.steering = steering;
  }

  /** An arrival that started, in nanoseconds since the run's first instant. */
  void started(long startNanos) {
    started.add(startNanos / NANOS_PER_MILLI);
  }

  int seconds() {
    return started.seconds();
  }

  void coarsen(int seconds) {
    started.coarsen(seconds);
  }

  long started(int interval) {
    return started.at(interval);
  }

  /** This generator's slice of those due from the interval's begin to its end. */
  long due(int interval) {
    long length = started.seconds() * NANOS_PER_SECOND;
    long before = steering.dueBefore(interval * length);
    long after = steering.dueBefore((interval + 1) * length);
    Slice slice = steering.schedule().plan().load().slice();
    return slice.share(after) - slice.share(before);
  }
}
