package io.tideline.reports.stats;

import java.util.Arrays;

/**
 * How often each time was recorded, to three significant digits, in few bytes: for each distinct
 * one, in ascending order, how many buckets lie between it and the one before, and its count, both
 * as LEB128. Thousands of them make a time line, most with a few dozen distinct times, where a
 * histogram has thousands of buckets.
 */
final class PackedTimes {
  static final PackedTimes NONE = new PackedTimes(new byte[0], 0);

  /** Each bucket that is not empty, in ascending order. */
  interface Buckets {
    void accept(int index, long count);
  }

  private final byte[] pairs;
  private final int end;

  private PackedTimes(byte[] pairs, int end) {
    this.pairs = pairs;
    this.end = end;
  }

  /** Of the first {@code end} of {@code counts}. */
  static PackedTimes of(long[] counts, int end) {
    Leb128 bytes = new Leb128();
    int before = 0;
    for (int i = 0; i < end; i++) {
      if (counts[i] != 0) {
        bytes.put(i - before);
        bytes.put(counts[i]);
        before = i;
      }
    }
    return bytes.length() == 0 ? NONE : new PackedTimes(bytes.toArray(), end);
  }

  /** Of times that are known by their histogram. */
  static PackedTimes of(Latencies latencies) {
    TimeCounts counts = new TimeCounts();
    latencies.each((value, count) -> counts.record(value, count));
    return counts.pack();
  }

  boolean isEmpty() {
    return pairs.length == 0;
  }

  /** One more than the index of the last bucket that is not empty. */
  int end() {
    return end;
  }

  void each(Buckets buckets) {
    int index = 0;
    long number = 0;
    int shift = 0;
    boolean isCount = false;
    for (byte next : pairs) {
      number |= (long) (next & Leb128.LOW_BITS) << shift;
      shift += Leb128.BITS;
      if (next >= 0) {
        if (isCount) {
          buckets.accept(index, number);
        } else {
          index += (int) number;
        }
        isCount = !isCount;
        number = 0;
        shift = 0;
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PackedTimes that && Arrays.equals(pairs, that.pairs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pairs);
  }
}
