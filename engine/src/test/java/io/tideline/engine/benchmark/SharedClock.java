package io.tideline.engine.benchmark;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A clock that two processes of one machine read alike. On Linux {@link System#nanoTime} is
 * CLOCK_MONOTONIC, which is one for the whole machine; elsewhere its zero is each process's own, so
 * the wall clock has to do, to the millisecond.
 */
final class SharedClock {
  private static final boolean ONE_FOR_ALL =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");

  private SharedClock() {}

  static long nanos() {
    return ofNanoTime(System.nanoTime());
  }

  /** What this clock shows when this process's {@link System#nanoTime} is {@code nanoTime}. */
  static long ofNanoTime(long nanoTime) {
    return ONE_FOR_ALL
        ? nanoTime
        : TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) + nanoTime - System.nanoTime();
  }

  static String name() {
    return ONE_FOR_ALL ? "CLOCK_MONOTONIC" : "wall clock, to the millisecond";
  }
}
