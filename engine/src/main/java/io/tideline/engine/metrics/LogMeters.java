package io.tideline.engine.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tideline.engine.live.LiveRun;
import java.time.Clock;

/** How well the log itself is followed. */
final class LogMeters {
  private LogMeters() {}

  static void bind(LiveRun run, MeterRegistry registry, Clock clock) {
    FunctionCounter.builder("tideline.log.read", run, r -> r.state().log().bytes())
        .description("What has been read of simulation.log")
        .baseUnit("bytes")
        .register(registry);
    FunctionCounter.builder("tideline.log.unmatched", run, r -> r.state().log().unmatched())
        .description("Messages of the server that no check waited for, which are no requests")
        .register(registry);
    FunctionCounter.builder("tideline.log.impossible", run, r -> r.state().log().impossible())
        .description("Records of simulation.log whose times cannot be true")
        .register(registry);
    Gauge.builder("tideline.log.age", run, r -> r.state().log().ageSeconds(clock.millis()))
        .description("How far the newest record of simulation.log is behind the clock")
        .baseUnit("seconds")
        .strongReference(true)
        .register(registry);
    Gauge.builder("tideline.log.readable", run, r -> r.state().log().problem().isEmpty() ? 1 : 0)
        .description("0 when simulation.log is damaged or cannot be read")
        .strongReference(true)
        .register(registry);
  }
}
