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
  static PackedTimes of(Tallies counts, int end) {
    Leb128 bytes = new Leb128();
    int before = 0;
    for (int i = 0; i < end; i++) {
      long count = counts.get(i);
      if (count != 0) {
        bytes.put(i - before);
        bytes.put(count);
        before = i;
      }
    }
    return bytes.length() == 0 ? NONE : new PackedTimes(bytes.toArray(), before + 1);
  }

  boolean isEmpty() {
    return pairs.length == 0;
  }

  /** Index of the first bucket that is not empty; only when there is one. */
  int first() {
    int first = 0;
    int shift = 0;
    for (byte next : pairs) {
      first |= (next & Leb128.LOW_BITS) << shift;
      shift += Leb128.BITS;
      if (next >= 0) {
        break;
      }
    }
    return first;
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
