package io.tideline.engine.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the users of each journey, Gatling's scenarios, who came and left. One thread at a time.
 */
final class UserMeters implements SimulationLogListener {
  private static final String JOURNEY = "journey";

  private final MeterRegistry registry;
  private final Map<String, Tally> byJourney = new ConcurrentHashMap<>();
  private final List<Tally> byScenario = new ArrayList<>();

  UserMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void run(RunRecord run) {
    byJourney.values().forEach(Tally::reset);
    byScenario.clear();
    for (String journey : run.scenarios()) {
      boolean room = byJourney.size() < RequestMeters.MOST_REQUESTS;
      String kept = room || byJourney.containsKey(journey) ? journey : "(further journeys)";
      byScenario.add(byJourney.computeIfAbsent(kept, this::added));
    }
  }

  @Override
  public void user(int scenario, boolean start, int millis) {
    Tally tally = byScenario.get(scenario);
    (start ? tally.started : tally.finished).incrementAndGet();
  }

  private Tally added(String journey) {
    Tally tally = new Tally();
    FunctionCounter.builder("tideline.users.started", tally, t -> t.started.get())
        .description("Users who started")
        .tag(JOURNEY, journey)
        .register(registry);
    FunctionCounter.builder("tideline.users.finished", tally, t -> t.finished.get())
        .description("Users who left")
        .tag(JOURNEY, journey)
        .register(registry);
    Gauge.builder("tideline.users.active", tally, Tally::active)
        .description("Users under way")
        .tag(JOURNEY, journey)
        .register(registry);
    return tally;
  }

  private static final class Tally {
    private final AtomicLong started = new AtomicLong();
    private final AtomicLong finished = new AtomicLong();

    private double active() {
      long gone = finished.get();
      return Math.max(0, started.get() - gone);
    }

    private void reset() {
      started.set(0);
      finished.set(0);
    }
  }
}
