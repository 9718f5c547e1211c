package io.tideline.reports.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the target's circuit breakers changed.
 *
 * @param sampled whether it is known from a metric alone, so that what was shorter than the time
 *     between two readings may be missed
 * @param list in order of time
 */
public record Transitions(boolean sampled, List<Transition> list) {
  private static final double MILLIS_PER_SECOND = 1e3;

  public Transitions {
    list = List.copyOf(list);
  }

  /**
   * One change.
   *
   * @param atSeconds since the run's first instant, by the target's clock
   * @param breaker name of the breaker; empty when the target does not say
   * @param from state before
   * @param to state after
   */
  public record Transition(double atSeconds, String breaker, BreakerState from, BreakerState to) {}

  /** The same, counted from another instant, {@code seconds} later. */
  Transitions since(double seconds) {
    return new Transitions(
        sampled,
        list.stream()
            .map(
                t ->
                    new Transition(
                        toMillisecond(t.atSeconds() - seconds), t.breaker(), t.from(), t.to()))
            .toList());
  }

  /** Seconds since 1970 are not exact beyond that. */
  private static double toMillisecond(double seconds) {
    return Math.rint(seconds * MILLIS_PER_SECOND) / MILLIS_PER_SECOND;
  }

  /** Those of one breaker; of all without a name, and where a metric tells of one alone. */
  public List<Transition> of(@Nullable String breaker) {
    return list.stream()
        .filter(each -> sampled || breaker == null || each.breaker().equals(breaker))
        .toList();
  }
}
