package io.tideline.reports.stats;

import io.tideline.reports.stats.Transitions.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a circuit breaker did about one fault: from the fault's start until the next one begins.
 *
 * @param opened seconds from the fault's start until it first opened; null when it never did
 * @param closed seconds from the fault's end until it closed for good, 0 when it did so before;
 *     null when it never did
 * @param probes how often it was half open from its first opening until it closed
 * @param transitions how many there were
 */
public record BreakerCourse(
    @Nullable Double opened, @Nullable Double closed, int probes, int transitions) {

  /**
   * The course for {@code fault}.
   *
   * @param all transitions of the breaker, in order of time
   */
  public static BreakerCourse of(Run run, FaultSpan fault, List<Transition> all) {
    double until =
        FaultSpan.of(run).stream()
            .mapToDouble(FaultSpan::startSeconds)
            .filter(start -> start > fault.startSeconds())
            .min()
            .orElse(Double.MAX_VALUE);
    List<Transition> own =
        all.stream()
            .filter(t -> t.atSeconds() >= fault.startSeconds() && t.atSeconds() < until)
            .toList();
    Double opened = null;
    Double closed = null;
    int probes = 0;
    for (Transition each : own) {
      boolean opens = each.to() == BreakerState.OPEN;
      opened = opens && opened == null ? (Double) each.atSeconds() : opened;
      closed = each.to() == BreakerState.CLOSED ? (Double) each.atSeconds() : opens ? null : closed;
      probes += opened != null && each.to() == BreakerState.HALF_OPEN ? 1 : 0;
    }
    Double end = fault.endSeconds();
    return new BreakerCourse(
        opened == null ? null : (Double) (opened - fault.startSeconds()),
        closed == null || opened == null || end == null ? null : (Double) Math.max(0, closed - end),
        probes,
        own.size());
  }
}
