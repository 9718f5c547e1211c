package io.tideline.reports.stats;

import io.tideline.engine.schedule.StartLogReader;
import io.tideline.engine.schedule.Steering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts the starts of a run and their lag, by the phase in which each arrival was due. */
final class StartRecorder implements StartLogReader.Listener {
  private static final long NANOS_PER_MICRO = 1_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Steering steering;
  private final PhaseClock clock;
  private final Latencies[] lagMicros;
  private final ArrivalCounts arrivals;
  private final StartSamples samples = new StartSamples();

  StartRecorder(Steering steering, PhaseClock clock) {
    this.steering = steering;
    this.clock = clock;
    this.arrivals = new ArrivalCounts(steering);
    this.lagMicros = new Latencies[clock.phases()];
    Arrays.setAll(lagMicros, phase -> new Latencies());
  }

  @Override
  public void started(long arrival, long dueNanos, long startNanos) {
    long micros = Math.max(0, startNanos - dueNanos) / NANOS_PER_MICRO;
    lagMicros[clock.ofArrival(arrival)].record(micros);
    arrivals.started(startNanos);
    samples.add(Math.floorDiv(startNanos, NANOS_PER_MILLI));
  }

  /** When users started, in milliseconds since the run's first instant. */
  StartSamples samples() {
    return samples;
  }

  ArrivalCounts arrivals() {
    return arrivals;
  }

  Injection injection() {
    Latencies measured = new Latencies();
    Latencies all = new Latencies();
    List<Injection.Phase> phases = new ArrayList<>();
    for (int i = 0; i < lagMicros.length; i++) {
      Latencies lag = lagMicros[i];
      all.add(lag);
      if (!clock.warmUp(i)) {
        measured.add(lag);
      }
      phases.add(
          new Injection.Phase(
              clock.name(i), clock.warmUp(i), steering.offered(i), lag.count(), lag));
    }
    return new Injection(steering.offered(), all.count(), measured, all, phases);
  }
}
