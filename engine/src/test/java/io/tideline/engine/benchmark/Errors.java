package io.tideline.engine.benchmark;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far from its intended time each arrival was.
 *
 * @param origin the first instant
 * @param exact whether the generator says its first instant; if not, each percentile is told for
 *     the first instant that makes it smallest
 * @param due by arrival, nanoseconds since the first instant
 * @param seen by arrival, when it came, nanoseconds since the first instant; {@link #NEVER} when it
 *     did not
 */
record Errors(long origin, boolean exact, long[] due, long[] seen) {
  static final long NEVER = Long.MIN_VALUE;
  private static final double NANOS_PER_MILLI = 1e6;

  /** Against the first instant that the generator says. */
  static Errors since(long origin, long[] read, long[] due) {
    return new Errors(origin, true, due, seen(origin, read));
  }

  /** Against a first instant that lets as many arrivals be early as are late. */
  static Errors inTheMiddle(long[] read, long[] due) {
    long[] differences =
        IntStream.range(0, read.length)
            .filter(k -> read[k] > 0)
            .mapToLong(k -> read[k] - due[k])
            .sorted()
            .toArray();
    long origin = differences[differences.length / 2];
    return new Errors(origin, false, due, seen(origin, read));
  }

  private static long[] seen(long origin, long[] read) {
    return Arrays.stream(read).map(at -> at == 0 ? NEVER : at - origin).toArray();
  }

  /** The same, as of a generator that does not say its first instant. */
  Errors anyOrigin() {
    return new Errors(origin, false, due, seen);
  }

  /** Of the arrivals due from {@code fromNanos} on. */
  Errors from(long fromNanos) {
    int first = 0;
    while (first < due.length && due[first] < fromNanos) {
      first++;
    }
    return new Errors(
        origin,
        exact,
        Arrays.copyOfRange(due, first, due.length),
        Arrays.copyOfRange(seen, first, seen.length));
  }

  /**
   * Milliseconds within which a share of the arrivals come, early and late alike; infinite when
   * fewer came at all.
   */
  double percentile(double share) {
    long[] errors =
        IntStream.range(0, due.length)
            .filter(k -> seen[k] != NEVER)
            .mapToLong(k -> exact ? Math.abs(seen[k] - due[k]) : seen[k] - due[k])
            .sorted()
            .toArray();
    int within = Math.max(1, (int) Math.ceil(share * due.length));
    if (within > errors.length) {
      return Double.POSITIVE_INFINITY;
    }
    return (exact ? errors[within - 1] : halfOfNarrowest(errors, within)) / NANOS_PER_MILLI;
  }

  private static long halfOfNarrowest(long[] sorted, int within) {
    return IntStream.rangeClosed(0, sorted.length - within)
            .mapToLong(first -> sorted[first + within - 1] - sorted[first])
            .min()
            .orElseThrow()
        / 2;
  }

  /** Arrivals that came from {@code fromNanos} on within {@code lengthNanos}. */
  long within(long fromNanos, long lengthNanos) {
    return Arrays.stream(seen)
        .filter(at -> at >= fromNanos && at < fromNanos + lengthNanos)
        .count();
  }
}
