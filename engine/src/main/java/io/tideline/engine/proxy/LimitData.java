package io.tideline.engine.proxy;

import io.netty.buffer.ByteBuf;

/** The connection is closed when so many bytes have passed. */
final class LimitData extends Stage {
  private long left;
  private boolean closing;

  LimitData(Flow flow, Toxic toxic) {
    super(flow);
    left = Math.max(0, (long) toxic.value("bytes"));
  }

  @Override
  void data(ByteBuf bytes) {
    if (closing) {
      bytes.release();
      return;
    }
    if (bytes.readableBytes() < left) {
      left -= bytes.readableBytes();
      pass(bytes);
      return;
    }
    closing = true;
    ByteBuf last = bytes.readRetainedSlice((int) left);
    bytes.release();
    left = 0;
    pass(last);
    flow.closeAfterFlush();
  }

  @Override
  void leave() {
    if (closing) {
      flow.close();
    }
  }
}
