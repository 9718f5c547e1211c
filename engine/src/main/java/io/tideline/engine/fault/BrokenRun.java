package io.tideline.engine.fault;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.schedule.RunEvent;
import java.nio.file.Path;
import java.time.Duration;

/** A run in which things are broken, as its faults see it. */
public interface BrokenRun {
  /** An instant that does not come as things stand: the run is paused, or was stopped before. */
  long NEVER = Long.MAX_VALUE;

  /** What was planned. */
  Plan plan();

  /** Nanoseconds since the run's first instant; below 0 before it. */
  long nowNanos();

  /** When the plan's clock shows {@code plan}, in nanoseconds of the run, or {@link #NEVER}. */
  long whenNanos(Duration plan);

  /** Whether no more users come. */
  boolean isOver();

  /** Gatling's log of the run, which may come later. */
  Path log();

  /** Wall clock at the run's first instant, in milliseconds since the epoch. */
  long originMillis();

  /** Notes what happens, or a moment ago happened, to a fault among the run's events. */
  void note(RunEvent event);

  /** Lets no more users come, so that the run proves nothing. */
  void stop(String reason);

  /** Ends the run at once. */
  void abort(String reason);
}
