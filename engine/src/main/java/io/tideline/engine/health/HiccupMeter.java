package io.tideline.engine.health;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the measurer: a thread that asks to be woken every millisecond and notes how much later
 * it was. What holds it up, a collection, a busy machine or a suspended one, holds up the users
 * too. After Gil Tene's jHiccup.
 */
final class HiccupMeter implements AutoCloseable {
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final AtomicLong worstNanos = new AtomicLong();
  private final Thread thread = new Thread(this::run, "tideline-hiccups");
  private volatile boolean closed;

  HiccupMeter() {
    thread.setDaemon(true);
    thread.setPriority(Thread.MAX_PRIORITY);
    thread.start();
  }

  private void run() {
    while (!closed) {
      long before = System.nanoTime();
      LockSupport.parkNanos(INTERVAL_NANOS);
      long late = System.nanoTime() - before - INTERVAL_NANOS;
      worstNanos.accumulateAndGet(late, Math::max);
    }
  }

  /** The worst pause since the last call, in nanoseconds, 0 or more. */
  long worstNanos() {
    return Math.max(0, worstNanos.getAndSet(0));
  }

  @Override
  public void close() {
    closed = true;
  }
}
