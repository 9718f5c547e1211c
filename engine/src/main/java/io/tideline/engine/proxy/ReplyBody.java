package io.tideline.engine.proxy;

import io.netty.buffer.ByteBuf;

/**
 * Finds out how much of a reply may pass when its body is to be cut: its head, interim ones (1xx)
 * before it, and so many bytes of the body, chunk sizes included.
 */
final class ReplyBody {
  private static final int CODE_AT = 9;

  private long left;
  private boolean inBody;
  private boolean interim;
  private int column;
  private int newLines;

  /**
   * @param bytes of the body that may pass
   */
  ReplyBody(long bytes) {
    left = bytes;
  }

  /** How many of these bytes may pass. */
  int passes(ByteBuf bytes) {
    int at = bytes.readerIndex();
    while (at < bytes.writerIndex() && !inBody) {
      head(bytes.getByte(at++));
    }
    int body = (int) Math.min(left, bytes.writerIndex() - at);
    left -= body;
    return at - bytes.readerIndex() + body;
  }

  private void head(byte next) {
    if (column++ == CODE_AT) {
      interim = next == '1';
    }
    if (next == '\n') {
      newLines++;
    } else if (next != '\r') {
      newLines = 0;
    }
    if (newLines == 2) {
      inBody = !interim;
      column = 0;
      newLines = 0;
    }
  }

  /** Whether nothing more may pass. */
  boolean isOver() {
    return inBody && left == 0;
  }
}
