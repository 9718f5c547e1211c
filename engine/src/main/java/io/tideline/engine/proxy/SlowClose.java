package io.tideline.engine.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The stream's end comes later than its last byte. */
final class SlowClose extends Stage {
  private final long delayNanos;
  private @Nullable ScheduledFuture<?> end;

  SlowClose(Flow flow, Toxic toxic) {
    super(flow);
    delayNanos = toxic.nanos("delay");
  }

  @Override
  void data(ByteBuf bytes) {
    pass(bytes);
  }

  @Override
  void end() {
    end = flow.eventLoop().schedule(this::passEnd, delayNanos, TimeUnit.NANOSECONDS);
  }

  @Override
  void leave() {
    if (end != null && end.cancel(false)) {
      passEnd();
    }
  }

  @Override
  void drop() {
    if (end != null) {
      end.cancel(false);
    }
  }
}
