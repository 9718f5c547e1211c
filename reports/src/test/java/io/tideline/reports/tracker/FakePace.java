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

  /** With more patience than a busy machine needs. */
  Pace pace() {
    return pace(Duration.ofSeconds(20));
  }

  Pace pace(Duration patience) {
    return new Pace(
        Duration.ofSeconds(1),
        Duration.ofSeconds(90),
        patience,
        Clock.fixed(NOW, ZoneOffset.UTC),
        waits::add);
  }
}
