package io.tideline.engine.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tideline.engine.live.LogPhases;
import io.tideline.engine.live.RequestName;
import io.tideline.engine.simlog.RequestRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Counts failures by kind, and requests that could not be built by name and phase. One thread at a
 * time.
 */
final class FailureMeters implements SimulationLogListener {
  private static final int MOST_NAMES = RequestMeters.MOST_REQUESTS;

  private final MeterRegistry registry;
  private final LogPhases phases;
  private final ErrorKinds kinds = new ErrorKinds();
  private final Map<String, Counter> errors = new HashMap<>();
  private final Set<String> unsentNames = new HashSet<>();

  FailureMeters(MeterRegistry registry, LogPhases phases) {
    this.registry = registry;
    this.phases = phases;
    error(ErrorKinds.OTHER);
  }

  @Override
  public void request(RequestRecord request) {
    if (!request.ok()) {
      error(kinds.of(request.message())).increment();
    }
  }

  @Override
  public void error(String message, int millis) {
    String name = RequestName.ofUnsent(message).request();
    error(kinds.of(message)).increment();
    boolean room = unsentNames.size() < MOST_NAMES || unsentNames.contains(name);
    String kept = room ? name : RequestMeters.FURTHER.request();
    unsentNames.add(kept);
    Counter.builder("tideline.requests.unsent")
        .description("Requests that could not be built, and so were not sent")
        .tag("request", kept)
        .tag("phase", phases.name(phases.at(millis)))
        .register(registry)
        .increment();
  }

  private Counter error(String kind) {
    return errors.computeIfAbsent(
        kind,
        named ->
            Counter.builder("tideline.errors")
                .description("Failed requests, those that could not be sent included, by kind")
                .tag("kind", named)
                .register(registry));
  }
}
