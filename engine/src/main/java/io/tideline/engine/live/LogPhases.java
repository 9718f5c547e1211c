package io.tideline.engine.live;

import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the phase of an instant of a log, by the same rule as the analysis after the run: a request
 * belongs to the phase in which it began. A log of which there is no plan is one phase, {@value
 * #WHOLE_RUN}. One thread at a time.
 */
public final class LogPhases implements SimulationLogListener {
  /** Name of the only phase of a run without a plan. */
  public static final String WHOLE_RUN = "run";

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final List<String> names;
  private final boolean[] warmUp;
  private final long[] startMillis;
  private final @Nullable LoadSource load;
  private final long originEpochMillis;
  private long originMillis;

  private LogPhases(
      List<String> names, boolean[] warmUp, @Nullable LoadSource load, long originEpochMillis) {
    this.names = List.copyOf(names);
    this.warmUp = warmUp;
    this.startMillis = new long[warmUp.length];
    this.load = load;
    this.originEpochMillis = originEpochMillis;
  }

  /** The one phase of a run without a plan, whose first instant is the log's. */
  public static LogPhases whole() {
    return new LogPhases(List.of(WHOLE_RUN), new boolean[1], null, 0);
  }

  /**
   * The phases of a plan.
   *
   * @param load tells when they begin
   * @param originEpochMillis wall clock at the run's first instant
   */
  public static LogPhases of(Plan plan, LoadSource load, long originEpochMillis) {
    List<Phase> phases = plan.load().phases();
    boolean[] warmUp = new boolean[phases.size()];
    for (int i = 0; i < warmUp.length; i++) {
      warmUp[i] = phases.get(i).warmUp();
    }
    LogPhases made =
        new LogPhases(phases.stream().map(Phase::name).toList(), warmUp, load, originEpochMillis);
    made.refresh();
    return made;
  }

  /** Takes over when phases begin by now; to be called before the log is read on. */
  void refresh() {
    LoadSource source = load;
    if (source != null) {
      Arrays.setAll(startMillis, i -> i == 0 ? 0 : millis(source.phaseStartNanos(i)));
    }
  }

  private static long millis(long nanos) {
    return nanos == LoadSource.NEVER ? nanos : -Math.floorDiv(-nanos, NANOS_PER_MILLI);
  }

  @Override
  public void run(RunRecord run) {
    originMillis = load == null ? 0 : originEpochMillis - run.startEpochMillis();
  }

  /** The run's first instant on the log's clock, in milliseconds. */
  public long originMillis() {
    return originMillis;
  }

  /** How many phases there are. */
  public int count() {
    return warmUp.length;
  }

  /** Name of a phase. */
  public String name(int phase) {
    return names.get(phase);
  }

  /** Whether a phase is a warm-up, whose requests no SLO counts. */
  public boolean isWarmUp(int phase) {
    return warmUp[phase];
  }

  /** Index of the phase at an instant of the log, in milliseconds of its clock. */
  public int at(long logMillis) {
    long millis = logMillis - originMillis;
    int phase = warmUp.length - 1;
    while (phase > 0 && startMillis[phase] > millis) {
      phase--;
    }
    return phase;
  }
}
