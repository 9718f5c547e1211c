package io.tideline.reports.stats;

import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.schedule.Steering;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the phase of an instant. Before the first phase it is the first, after the last the last.
 */
final class PhaseClock {
  /** Name of the only phase of a run without a plan. */
  static final String WHOLE_RUN = "run";

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final List<String> names;
  private final boolean[] warmUp;
  private final long[] startNanos;
  private final long[] firstArrival;

  private PhaseClock(
      List<String> names, boolean[] warmUp, long[] startNanos, long[] firstArrival) {
    this.names = names;
    this.warmUp = warmUp;
    this.startNanos = startNanos;
    this.firstArrival = firstArrival;
  }

  static PhaseClock of(@Nullable Steering steering) {
    if (steering == null) {
      return new PhaseClock(List.of(WHOLE_RUN), new boolean[1], new long[1], new long[1]);
    }
    Plan plan = steering.schedule().plan();
    List<Phase> phases = plan.load().phases();
    boolean[] warmUp = new boolean[phases.size()];
    long[] startNanos = new long[phases.size()];
    long[] firstArrival = new long[phases.size()];
    for (int i = 0; i < phases.size(); i++) {
      warmUp[i] = phases.get(i).warmUp();
      startNanos[i] = steering.phaseStartNanos(i);
      firstArrival[i] = steering.firstArrival(i);
    }
    return new PhaseClock(phases.stream().map(Phase::name).toList(), warmUp, startNanos, firstArrival);
  }

  int phases() {
    return startNanos.length;
  }

  String name(int phase) {
    return names.get(phase);
  }

  boolean warmUp(int phase) {
    return warmUp[phase];
  }

  /** Index of the phase at an instant, in milliseconds since the run's first one. */
  int at(long millis) {
    return atNanos(millis * NANOS_PER_MILLI);
  }

  /** Index of the phase at an instant, in nanoseconds since the run's first one. */
  int atNanos(long nanos) {
    int phase = startNanos.length - 1;
    while (phase > 0 && startNanos[phase] > nanos) {
      phase--;
    }
    return phase;
  }

  /** Index of the phase in which an arrival is due. */
  int ofArrival(long arrival) {
    int phase = 0;
    while (phase + 1 < phases() && firstArrival[phase + 1] <= arrival) {
      phase++;
    }
    return phase;
  }

  /** When a phase began in a run that ended at {@code endMillis}: then, if it never did. */
  long startMillis(int phase, long endMillis) {
    long start = -Math.floorDiv(-startNanos[phase], NANOS_PER_MILLI);
    return Math.min(start, Math.max(0, endMillis));
  }

  /** Length of a phase in a run that ended at {@code endMillis}: the last goes on until then. */
  long durationMillis(int phase, long endMillis) {
    boolean last = phase == phases() - 1;
    long end = last ? Math.max(0, endMillis) : startMillis(phase + 1, endMillis);
    return end - startMillis(phase, endMillis);
  }
}
