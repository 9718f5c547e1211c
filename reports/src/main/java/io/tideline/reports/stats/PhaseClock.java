package io.tideline.reports.stats;

import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.schedule.Schedule;
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
  private final long[] startMillis;

  private PhaseClock(List<String> names, boolean[] warmUp, long[] startMillis) {
    this.names = names;
    this.warmUp = warmUp;
    this.startMillis = startMillis;
  }

  static PhaseClock of(@Nullable Schedule schedule) {
    if (schedule == null) {
      return new PhaseClock(List.of(WHOLE_RUN), new boolean[1], new long[1]);
    }
    Plan plan = schedule.plan();
    List<Phase> phases = plan.load().phases();
    boolean[] warmUp = new boolean[phases.size()];
    long[] startMillis = new long[phases.size()];
    for (int i = 0; i < phases.size(); i++) {
      warmUp[i] = phases.get(i).warmUp();
      startMillis[i] = -Math.floorDiv(-schedule.phaseStartNanos(i), NANOS_PER_MILLI);
    }
    return new PhaseClock(phases.stream().map(Phase::name).toList(), warmUp, startMillis);
  }

  int phases() {
    return startMillis.length;
  }

  String name(int phase) {
    return names.get(phase);
  }

  boolean warmUp(int phase) {
    return warmUp[phase];
  }

  /** Index of the phase at an instant, in milliseconds since the run's first one. */
  int at(long millis) {
    int phase = startMillis.length - 1;
    while (phase > 0 && startMillis[phase] > millis) {
      phase--;
    }
    return phase;
  }

  long startMillis(int phase) {
    return startMillis[phase];
  }

  /** Length of a phase in a run that ended at {@code endMillis}: the last goes on until then. */
  long durationMillis(int phase, long endMillis) {
    boolean last = phase == phases() - 1;
    long end = last ? endMillis : Math.min(endMillis, startMillis[phase + 1]);
    return Math.max(0, end - startMillis[phase]);
  }
}
