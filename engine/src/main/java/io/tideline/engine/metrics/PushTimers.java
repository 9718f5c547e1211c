package io.tideline.engine.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tideline.engine.live.LogPhases;
import io.tideline.engine.live.RequestName;
import io.tideline.engine.simlog.LogPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Requests as timers, with percentiles, for receivers that metrics are pushed to. */
final class PushTimers implements RequestSink {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final MeterRegistry registry;
  private final LogPhases phases;
  private final Map<Key, Timer> timers = new HashMap<>();
  private final Set<RequestName> names = new HashSet<>();

  PushTimers(MeterRegistry registry, LogPhases phases) {
    this.registry = registry;
    this.phases = phases;
  }

  private record Key(int path, int phase, boolean ok) {}

  @Override
  public void request(LogPath path, int phase, boolean ok, int millis) {
    timers
        .computeIfAbsent(new Key(path.id(), phase, ok), key -> added(key, path))
        .record(millis, TimeUnit.MILLISECONDS);
  }

  private Timer added(Key key, LogPath path) {
    RequestName name = RequestName.of(path);
    boolean room = names.size() < RequestMeters.MOST_REQUESTS || names.contains(name);
    RequestName kept = room ? name : RequestMeters.FURTHER;
    names.add(kept);
    return Timer.builder("tideline.request.duration")
        .description("Response times of requests")
        .tag("journey", kept.journey())
        .tag("request", kept.request())
        .tag("phase", phases.name(key.phase()))
        .tag("outcome", key.ok() ? "ok" : "ko")
        .publishPercentiles(0.5, 0.95, 0.99)
        .maximumExpectedValue(LONGEST)
        .register(registry);
  }
}
