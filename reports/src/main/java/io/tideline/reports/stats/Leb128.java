package io.tideline.reports.stats;

import java.util.Arrays;

/** Bytes that grow, for numbers of seven bits a byte, the lowest first. */
final class Leb128 {
  static final int BITS = 7;
  static final int LOW_BITS = 0x7f;
  private static final int MORE = 0x80;
  private static final int LONGEST = 10;

  private byte[] bytes = new byte[64];
  private int length;

  /** Appends a number that is 0 or more. */
  void put(long number) {
    if (bytes.length - length < LONGEST) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    long rest = number;
    while (rest > LOW_BITS) {
      bytes[length++] = (byte) (rest & LOW_BITS | MORE);
      rest >>>= BITS;
    }
    bytes[length++] = (byte) rest;
  }

  /** Appends a number that may be negative: 0, -1, 1, -2, ... are 0, 1, 2, 3, ... */
  void putZigZag(long number) {
    put(number << 1 ^ number >> (Long.SIZE - 1));
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** What is written so far; only as long as nothing more is. */
  byte[] bytes() {
    return bytes;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }
}
