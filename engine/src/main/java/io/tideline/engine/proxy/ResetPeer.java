package io.tideline.engine.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The next bytes reset the connection, at once or after a time, and are lost. Those that come
 * before it is of a certain age pass: what a pool keeps is then lost again and again, and with it
 * the reply to what was done.
 */
final class ResetPeer extends Stage {
  private final long timeoutNanos;
  private final long ageNanos;
  private final long since = System.nanoTime();
  private @Nullable ScheduledFuture<?> reset;

  ResetPeer(Flow flow, Toxic toxic) {
    super(flow);
    timeoutNanos = toxic.nanos("timeout");
    ageNanos = toxic.nanos("age");
  }

  @Override
  void data(ByteBuf bytes) {
    if (System.nanoTime() - since < ageNanos) {
      pass(bytes);
      return;
    }
    bytes.release();
    begin();
  }

  @Override
  void end() {
    begin();
  }

  private void begin() {
    if (timeoutNanos <= 0) {
      flow.reset();
    } else if (reset == null) {
      reset = flow.eventLoop().schedule(flow::reset, timeoutNanos, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  void leave() {
    if (reset != null) {
      flow.reset();
    }
  }

  @Override
  void drop() {
    if (reset != null) {
      reset.cancel(false);
    }
  }
}
