package io.tideline.engine.simlog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A position within the bytes at hand; every step past their end throws {@link RecordCutShort}. */
final class ByteCursor {
  private static final VarHandle BIG_ENDIAN_INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes = {};
  private int position;
  private int limit;

  void on(byte[] newBytes, int from, int to) {
    bytes = newBytes;
    position = from;
    limit = to;
  }

  byte[] bytes() {
    return bytes;
  }

  int position() {
    return position;
  }

  int limit() {
    return limit;
  }

  boolean atEnd() {
    return position == limit;
  }

  byte nextByte() throws RecordCutShort {
    return bytes[advance(Byte.BYTES)];
  }

  /** The byte ahead, without taking it. */
  byte peekByte() throws RecordCutShort {
    byte next = nextByte();
    position -= Byte.BYTES;
    return next;
  }

  int nextInt() throws RecordCutShort {
    return (int) BIG_ENDIAN_INT.get(bytes, advance(Integer.BYTES));
  }

  /** The integer ahead, without taking it. */
  int peekInt() throws RecordCutShort {
    int next = nextInt();
    position -= Integer.BYTES;
    return next;
  }

  long nextLong() throws RecordCutShort {
    long high = nextInt();
    return high << Integer.SIZE | Integer.toUnsignedLong(nextInt());
  }

  /** Takes {@code length} bytes, 0 or more, and returns where they begin. */
  int advance(int length) throws RecordCutShort {
    int from = position;
    if (limit - from < length) {
      throw new RecordCutShort();
    }
    position = from + length;
    return from;
  }
}
