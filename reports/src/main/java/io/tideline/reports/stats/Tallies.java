package io.tideline.reports.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counters by index, written to the base of 256: an array of a byte each for the last digits, and
 * one of the same kind for the digits before them once a counter needs one. So thousands of times
 * seen now and then cost a byte each, and those seen millions of times three or four; counting up
 * touches an eighth of the memory that whole numbers would.
 */
final class Tallies {
  private static final int DIGIT_BITS = 8;
  private static final int DIGIT = 0xff;
  private static final int FIRST_CAPACITY = 256;

  private byte[] digits;
  private @Nullable Tallies carry;

  Tallies() {
    this(FIRST_CAPACITY);
  }

  private Tallies(int capacity) {
    digits = new byte[capacity];
  }

  int capacity() {
    return digits.length;
  }

  /** Makes room for indices below {@code capacity}. */
  void grow(int capacity) {
    digits = Arrays.copyOf(digits, capacity);
    Tallies before = carry;
    if (before != null) {
      before.grow(capacity);
    }
  }

  void increment(int index) {
    if (++digits[index] == 0) {
      carry().increment(index);
    }
  }

  void add(int index, long count) {
    long sum = (digits[index] & DIGIT) + count;
    digits[index] = (byte) sum;
    if (sum > DIGIT) {
      carry().add(index, sum >>> DIGIT_BITS);
    }
  }

  void set(int index, long count) {
    digits[index] = (byte) count;
    if (carry != null || count > DIGIT) {
      carry().set(index, count >>> DIGIT_BITS);
    }
  }

  long get(int index) {
    Tallies before = carry;
    long digit = digits[index] & DIGIT;
    return before == null ? digit : digit | before.get(index) << DIGIT_BITS;
  }

  /** Sets those below {@code end} to 0. */
  void clear(int end) {
    Arrays.fill(digits, 0, end, (byte) 0);
    Tallies before = carry;
    if (before != null) {
      before.clear(end);
    }
  }

  private Tallies carry() {
    Tallies before = carry;
    if (before == null) {
      before = new Tallies(digits.length);
      carry = before;
    }
    return before;
  }
}
