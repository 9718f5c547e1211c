package io.tideline.engine.benchmark;

import java.util.Arrays;

/**
 * How far from its intended time each arrival was.
 *
 * @param origin the first instant
 * @param due by arrival, nanoseconds since the first instant
 * @param seen by arrival, when it came, nanoseconds since the first instant; {@link Long#MIN_VALUE}
 *     when it never came
 */
record Errors(long origin, long[] due, long[] seen) {
  private static final double MOST = 0.99;
  private static final double NANOS_PER_MILLI = 1e6;

  /** Against the first instant that the generator says. */
  static Errors since(long origin, long[] read, long[] due) {
    long[] seen = new long[read.length];
    for (int k = 0; k < read.length; k++) {
      seen[k] = read[k] == 0 ? Long.MIN_VALUE : read[k] - origin;
    }
    return new Errors(origin, due, seen);
  }

  /**
   * Against the first instant that makes the 99th percentile of the error smallest: the middle of
   * the narrowest span in which 99 % of the differences lie.
   */
  static Errors kindest(long[] read, long[] due) {
    long[] differences =
        java.util.stream.IntStream.range(0, read.length)
            .filter(k -> read[k] > 0)
            .mapToLong(k -> read[k] - due[k])
            .sorted()
            .toArray();
    int within = (int) Math.ceil(MOST * differences.length);
    int best = 0;
    for (int i = 0; i + within <= differences.length; i++) {
      if (width(differences, i, within) < width(differences, best, within)) {
        best = i;
      }
    }
    long origin = differences[best] + width(differences, best, within) / 2;
    return since(origin, read, due);
  }

  private static long width(long[] sorted, int first, int count) {
    return sorted[first + count - 1] - sorted[first];
  }

  /** Of the arrivals due from {@code fromNanos} on, on their own best offset if there is one. */
  Errors from(long fromNanos, boolean kindest) {
    int first = 0;
    while (first < due.length && due[first] < fromNanos) {
      first++;
    }
    long[] laterDue = Arrays.copyOfRange(due, first, due.length);
    long[] laterSeen = Arrays.copyOfRange(seen, first, seen.length);
    Errors later = new Errors(origin, laterDue, laterSeen);
    return kindest ? kindest(later.read(), laterDue) : later;
  }

  private long[] read() {
    return Arrays.stream(seen).map(at -> at == Long.MIN_VALUE ? 0 : at + origin).toArray();
  }

  /** Milliseconds below which a share of the errors lie, early and late alike. */
  double percentile(double share) {
    long[] sorted = new long[due.length];
    for (int k = 0; k < due.length; k++) {
      sorted[k] = seen[k] == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(seen[k] - due[k]);
    }
    Arrays.sort(sorted);
    int rank = Math.max(1, (int) Math.ceil(share * sorted.length));
    return sorted[rank - 1] / NANOS_PER_MILLI;
  }

  /** Arrivals that came from {@code fromNanos} on within {@code lengthNanos}. */
  long within(long fromNanos, long lengthNanos) {
    return Arrays.stream(seen).filter(at -> at >= fromNanos && at < fromNanos + lengthNanos).count();
  }
}
