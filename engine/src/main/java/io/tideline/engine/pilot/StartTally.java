package io.tideline.engine.pilot;

import org.HdrHistogram.Histogram;

/** Counts the starts of the users who are due in one interval, and how late they were. */
public final class StartTally {
  private static final long LONGEST_MICROS = 3_600_000_000L;
  private static final int DIGITS = 3;
  private static final long NANOS_PER_MICRO = 1_000;
  private static final double MICROS_PER_MILLI = 1_000;
  private static final double P99 = 99;

  private final Histogram lagMicros = new Histogram(LONGEST_MICROS, DIGITS);
  private long fromNanos = Long.MAX_VALUE;
  private long toNanos = Long.MAX_VALUE;

  /** Counts anew: users due from {@code from}, and before {@code to}. */
  synchronized void count(long from, long to) {
    lagMicros.reset();
    fromNanos = from;
    toNanos = to;
  }

  /** To be told of every start. */
  public synchronized void started(long dueNanos, long startNanos) {
    if (dueNanos >= fromNanos && dueNanos < toNanos) {
      long micros = Math.max(0, startNanos - dueNanos) / NANOS_PER_MICRO;
      lagMicros.recordValue(Math.min(LONGEST_MICROS, micros));
    }
  }

  synchronized long started() {
    return lagMicros.getTotalCount();
  }

  synchronized double lagP99Millis() {
    return lagMicros.getValueAtPercentile(P99) / MICROS_PER_MILLI;
  }
}
