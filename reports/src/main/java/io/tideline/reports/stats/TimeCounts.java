package io.tideline.reports.stats;

/**
 * Counts times in the buckets of an HdrHistogram of three significant digits whose unit is 1: every
 * number below 2048 has a bucket of its own, and each power of two from there on has 1024 of equal
 * width. It does less than a histogram does, and so costs less: no total, no extremes.
 */
final class TimeCounts {
  private static final int HALF_BITS = 10;
  private static final int HALF = 1 << HALF_BITS;
  private static final int EXACT = 2 * HALF;
  private static final int ALL_BITS = Long.SIZE - 1 - HALF_BITS;

  private final Tallies counts = new Tallies();
  private int end;

  /** Index of a value's bucket. */
  static int index(long value) {
    int shift = ALL_BITS - Long.numberOfLeadingZeros(value | EXACT - 1);
    return (shift << HALF_BITS) + (int) (value >>> shift);
  }

  /** The smallest value of a bucket. */
  static long smallest(int index) {
    int shift = shift(index);
    return (long) (index - (shift << HALF_BITS)) << shift;
  }

  /** The value in the middle of a bucket. */
  static long middle(int index) {
    return smallest(index) + ((1L << shift(index)) >> 1);
  }

  /** The largest value of a bucket. */
  static long largest(int index) {
    return smallest(index) + (1L << shift(index)) - 1;
  }

  private static int shift(int index) {
    return Math.max(0, (index >> HALF_BITS) - 1);
  }

  void record(long value) {
    int index = index(value);
    if (index >= end) {
      reach(index);
    }
    counts.increment(index);
  }

  void record(long value, long count) {
    add(index(value), count);
  }

  void add(PackedTimes times) {
    times.each(this::add);
  }

  private void add(int index, long count) {
    if (index >= end) {
      reach(index);
    }
    counts.add(index, count);
  }

  private void reach(int index) {
    if (index >= counts.capacity()) {
      counts.grow(Math.max(index + 1, counts.capacity() * 2));
    }
    end = index + 1;
  }

  /** Takes {@code times} out, as far as they were counted. */
  void subtract(PackedTimes times) {
    times.each(
        (index, count) -> {
          if (index < end) {
            counts.set(index, Math.max(0, counts.get(index) - count));
          }
        });
  }

  /** What was counted; from then on nothing is. */
  PackedTimes pack() {
    PackedTimes packed = PackedTimes.of(counts, end);
    counts.clear(end);
    end = 0;
    return packed;
  }
}
