package io.tideline.engine.proxy;

import java.util.concurrent.ThreadLocalRandom;

/** Bytes pass in small pieces with a pause between each two of them. */
final class Slicer extends HoldingStage {
  private static final int NANOS_PER_MICRO = 1000;

  private final int size;
  private final int variation;
  private final long delayNanos;
  private long lastNanos;
  private boolean used;

  Slicer(Flow flow, Toxic toxic) {
    super(flow);
    size = (int) Math.max(1, toxic.value("average_size"));
    variation = (int) Math.min(size - 1.0, Math.max(0, toxic.value("size_variation")));
    delayNanos = Math.round(toxic.value("delay") * NANOS_PER_MICRO);
  }

  @Override
  int piece() {
    return variation == 0
        ? size
        : size + ThreadLocalRandom.current().nextInt(-variation, variation + 1);
  }

  @Override
  long dueNanos(int bytes, long nowNanos) {
    boolean soon = used && lastNanos + delayNanos - nowNanos > 0;
    used = true;
    lastNanos = soon ? lastNanos + delayNanos : nowNanos;
    return lastNanos;
  }
}
