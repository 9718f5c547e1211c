package io.tideline.engine.injection;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Start delays on their way to the live metrics, which on a busy machine come up after the first
 * users: what was told before is kept, up to {@value #MOST} starts, and each is told once. Thread
 * safe.
 */
final class LagRelay {
  static final int MOST = 1 << 16;

  private final Queue<Long> early = new ConcurrentLinkedQueue<>();
  private final AtomicInteger kept = new AtomicInteger();
  private volatile @Nullable LongConsumer receiver;

  /** Tells of a start; in nanoseconds. */
  void started(long lagNanos) {
    LongConsumer known = receiver;
    if (known != null) {
      known.accept(lagNanos);
      return;
    }
    if (kept.get() < MOST) {
      kept.incrementAndGet();
      early.add(lagNanos);
    }
    LongConsumer since = receiver;
    if (since != null) {
      tellEarly(since);
    }
  }

  /** Tells {@code metrics} of the starts so far, and of each from now on. */
  void to(LongConsumer metrics) {
    receiver = metrics;
    tellEarly(metrics);
  }

  private void tellEarly(LongConsumer metrics) {
    for (Long lag = early.poll(); lag != null; lag = early.poll()) {
      metrics.accept(lag);
    }
  }
}
