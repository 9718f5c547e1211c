package io.tideline.engine.proxy;

import java.util.concurrent.ThreadLocalRandom;

/** Bytes come later by the latency, give or take the jitter, and never overtake each other. */
final class Latency extends HoldingStage {
  private final long latencyNanos;
  private final long jitterNanos;
  private long lastNanos = Long.MIN_VALUE;

  Latency(Flow flow, Toxic toxic) {
    super(flow);
    latencyNanos = toxic.nanos("latency");
    jitterNanos = toxic.nanos("jitter");
  }

  @Override
  long dueNanos(int bytes, long nowNanos) {
    long jitter =
        jitterNanos <= 0 ? 0 : ThreadLocalRandom.current().nextLong(-jitterNanos, jitterNanos + 1);
    long due = nowNanos + Math.max(0, latencyNanos + jitter);
    lastNanos = lastNanos == Long.MIN_VALUE ? due : Math.max(due, lastNanos);
    return lastNanos;
  }
}
