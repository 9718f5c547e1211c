package io.tideline.engine.proxy;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * One trouble on one stream of one connection. Bytes come in by {@link #data}, which owns them, and
 * go on by {@link #pass}. What it holds back it takes into {@link Flow#held}, so that the source is
 * not read for ever. All on the connection's event loop.
 */
abstract class Stage {
  final Flow flow;
  private @Nullable Stage next;

  Stage(Flow flow) {
    this.flow = flow;
  }

  final void before(@Nullable Stage stage) {
    next = stage;
  }

  /** Takes bytes that came. */
  abstract void data(ByteBuf bytes);

  /** The source sends no more. */
  void end() {
    passEnd();
  }

  /** The trouble is over: hands on what it holds; nothing comes to it any more. */
  void leave() {}

  /** The connection is closed: frees what it holds. */
  void drop() {}

  final void pass(ByteBuf bytes) {
    Stage after = next;
    if (after == null) {
      flow.write(bytes);
    } else {
      after.data(bytes);
    }
  }

  final void passEnd() {
    Stage after = next;
    if (after == null) {
      flow.writeEnd();
    } else {
      after.end();
    }
  }
}
