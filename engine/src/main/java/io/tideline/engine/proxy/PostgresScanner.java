package io.tideline.engine.proxy;

import io.netty.buffer.ByteBuf;

/**
 * Counts what a client asks of PostgreSQL: messages Query and Execute of its protocol 3.0
 * (PostgreSQL documentation, "Frontend/Backend Protocol"). Once a connection is encrypted nothing
 * is counted.
 */
final class PostgresScanner implements RequestScanner {
  private static final int LENGTH_BYTES = 4;
  private static final int HEAD_BYTES = 8;
  private static final int SSL_REQUEST = 80_877_103;
  private static final int GSS_REQUEST = 80_877_104;
  private static final int TLS_HANDSHAKE = 0x16;
  private static final int LARGEST_START = 10_000;

  private boolean started;
  private boolean unreadable;
  private int type;
  private int headBytes;
  private long head;
  private long left;
  private long requests;

  @Override
  public int scan(ByteBuf bytes, int from, int to) {
    int at = from;
    while (at < to && !unreadable) {
      if (left > 0) {
        long taken = Math.min(left, to - at);
        left -= taken;
        at += (int) taken;
      } else {
        take(bytes.getByte(at++) & 0xFF);
      }
    }
    return to;
  }

  private void take(int next) {
    if (started && type == 0) {
      type = next;
      return;
    }
    if (!started && headBytes == 0 && next == TLS_HANDSHAKE) {
      unreadable = true;
      return;
    }
    head = head << Byte.SIZE | next;
    headBytes++;
    if (started && headBytes == LENGTH_BYTES) {
      message((int) head);
    } else if (!started && headBytes == HEAD_BYTES) {
      start((int) (head >>> Integer.SIZE), (int) head);
    }
  }

  private void message(int length) {
    requests += type == 'Q' || type == 'E' ? 1 : 0;
    unreadable = length < LENGTH_BYTES;
    next(length - LENGTH_BYTES);
    type = 0;
  }

  /** Before the first message come requests without a type: to encrypt, or to start. */
  private void start(int length, int code) {
    unreadable = length < HEAD_BYTES || length > LARGEST_START;
    started = code != SSL_REQUEST && code != GSS_REQUEST;
    next(length - HEAD_BYTES);
  }

  private void next(int bytes) {
    left = bytes;
    head = 0;
    headBytes = 0;
  }

  @Override
  public boolean isBetween() {
    return left == 0 && headBytes == 0;
  }

  @Override
  public long requests() {
    return requests;
  }
}
