package io.tideline.reports.tracker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Notes how long would have been waited, and waits not at all. */
final class FakePace {
  static final Instant NOW = Instant.parse("2026-09-21T02:00:00Z");

  final List<Duration> waits = new ArrayList<>();

  Pace pace() {
    return new Pace(
        Duration.ofSeconds(1),
        Duration.ofSeconds(90),
        Duration.ofMillis(500),
        Clock.fixed(NOW, ZoneOffset.UTC),
        waits::add);
  }
}
