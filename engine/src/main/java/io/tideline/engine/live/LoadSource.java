package io.tideline.engine.live;

import org.jspecify.annotations.Nullable;

/**
 * What a running injection tells of itself. May be asked from any thread, at any time from the
 * run's preparation to long after its end.
 */
public interface LoadSource {
  /** A start of a phase that never comes as things stand. */
  long NEVER = Long.MAX_VALUE;

  /** How things stand now. */
  LoadState state();

  /**
   * When a phase began or will begin, pauses before it included, in nanoseconds since the run's
   * first instant; {@link #NEVER} when the run will not get there. For a phase that has begun it
   * does not change any more.
   *
   * @param phase its index in the plan
   */
  long phaseStartNanos(int phase);

  /**
   * How many arrivals were due before a time of the run, in nanoseconds since its first instant.
   */
  long dueBefore(long nanos);

  /**
   * Which share of the arrivals that were planned for a phase has been due, 0 to 1.
   *
   * @param phase its name; null for all phases but warm-ups
   */
  double progress(@Nullable String phase);
}
