package io.tideline.engine.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Nothing passes, and the connection stays open, or is closed after a time. When the trouble is
 * over a connection that has lost bytes is reset: what would follow makes no sense any more.
 */
final class BlackHole extends Stage {
  private final @Nullable ScheduledFuture<?> close;
  private boolean lost;

  BlackHole(Flow flow, Toxic toxic) {
    super(flow);
    long timeout = toxic.nanos("timeout");
    close =
        timeout <= 0 ? null : flow.eventLoop().schedule(flow::close, timeout, TimeUnit.NANOSECONDS);
  }

  @Override
  void data(ByteBuf bytes) {
    lost = true;
    bytes.release();
  }

  @Override
  void end() {
    lost = true;
  }

  @Override
  void leave() {
    drop();
    if (lost) {
      flow.reset();
    }
  }

  @Override
  void drop() {
    if (close != null) {
      close.cancel(false);
    }
  }
}
