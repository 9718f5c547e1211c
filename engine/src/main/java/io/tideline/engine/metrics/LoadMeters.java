package io.tideline.engine.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tideline.engine.live.LiveRun;
import io.tideline.engine.live.LoadSource;
import io.tideline.engine.live.LoadState;
import io.tideline.engine.live.LogPhases;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What the injection of a run tells: arrivals, phase, time left, what was done to the run. */
final class LoadMeters {
  private static final List<String> STATES =
      List.of("running", "paused", "ending", LoadState.ENDED);
  private static final String SECONDS = "seconds";

  private final LiveRun run;
  private final MeterRegistry registry;

  LoadMeters(LiveRun run, MeterRegistry registry) {
    this.run = run;
    this.registry = registry;
  }

  void bind(LoadSource load) {
    counter("tideline.arrivals.due", "Users who were due", LoadState::due);
    counter("tideline.arrivals.started", "Users whom the generator started", LoadState::started);
    gauge("tideline.planned.users.per.second", "New users planned", "", LoadState::plannedRate);
    gauge("tideline.plan.factor", "Multiple of the planned rate", "", LoadState::factor);
    gauge("tideline.run.elapsed", "Since the first instant", SECONDS, LoadState::elapsedSeconds);
    gauge("tideline.run.left", "Until the plan's end", SECONDS, LoadState::leftSeconds);
    gauge("tideline.phase.left", "Until the phase's end", SECONDS, LoadState::phaseLeftSeconds);
    STATES.forEach(this::bindState);
    load.state().events().keySet().forEach(this::bindEvent);
    for (int phase = 0; phase < run.subject().phases().count(); phase++) {
      bindPhase(phase);
    }
  }

  private void bindState(String state) {
    Gauge.builder("tideline.run.state", run, r -> of(r).state().equals(state) ? 1 : 0)
        .description("1 for the state that the run is in, 0 for the others")
        .tag("state", state)
        .strongReference(true)
        .register(registry);
  }

  private void bindPhase(int phase) {
    LogPhases phases = run.subject().phases();
    String name = phases.name(phase);
    Gauge.builder("tideline.phase", run, r -> of(r).phase().equals(name) ? 1 : 0)
        .description("1 for the present phase, 0 for the others")
        .tag("phase", name)
        .tag("warm_up", String.valueOf(phases.isWarmUp(phase)))
        .strongReference(true)
        .register(registry);
  }

  private void bindEvent(String kind) {
    FunctionCounter.builder("tideline.events", run, r -> of(r).events().getOrDefault(kind, 0L))
        .description("What was done to the run while it went on, by kind")
        .tag("kind", kind)
        .register(registry);
  }

  private void counter(String name, String what, ToDoubleFunction<LoadState> value) {
    FunctionCounter.builder(name, run, r -> value.applyAsDouble(of(r)))
        .description(what)
        .register(registry);
  }

  private void gauge(String name, String what, String unit, ToDoubleFunction<LoadState> value) {
    Gauge.builder(name, run, r -> value.applyAsDouble(of(r)))
        .description(what)
        .baseUnit(unit.isEmpty() ? null : unit)
        .strongReference(true)
        .register(registry);
  }

  private static LoadState of(LiveRun run) {
    return Objects.requireNonNull(run.state().load());
  }
}
