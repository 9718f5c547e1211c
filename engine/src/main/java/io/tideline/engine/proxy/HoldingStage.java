package io.tideline.engine.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A stage that keeps bytes in order until their time, with one timer for the first of them. */
abstract class HoldingStage extends Stage {
  private final Deque<Held> queue = new ArrayDeque<>();
  private @Nullable ScheduledFuture<?> timer;
  private boolean left;

  HoldingStage(Flow flow) {
    super(flow);
  }

  /** When bytes that come now may go, by {@link System#nanoTime}; never before those in front. */
  abstract long dueNanos(int bytes, long nowNanos);

  /** How many bytes go at once, at most. */
  int piece() {
    return Integer.MAX_VALUE;
  }

  @Override
  final void data(ByteBuf bytes) {
    for (int most = piece(); bytes.readableBytes() > most; most = piece()) {
      hold(bytes.readRetainedSlice(most));
    }
    hold(bytes);
    release();
  }

  private void hold(ByteBuf bytes) {
    if (flow.isClosed()) {
      bytes.release();
      return;
    }
    flow.held(bytes.readableBytes());
    queue.add(new Held(bytes, dueNanos(bytes.readableBytes(), System.nanoTime())));
  }

  @Override
  final void end() {
    long due = queue.isEmpty() ? 0 : queue.getLast().dueNanos();
    queue.add(new Held(null, due));
    release();
  }

  private void release() {
    long now = System.nanoTime();
    Held first = queue.peek();
    while (first != null && (left || first.dueNanos() - now <= 0)) {
      queue.remove();
      go(first);
      first = queue.peek();
    }
    boolean waiting = timer != null && !timer.isDone();
    if (first != null && !waiting) {
      timer = flow.eventLoop().schedule(this::again, first.dueNanos() - now, TimeUnit.NANOSECONDS);
    }
  }

  private void again() {
    timer = null;
    release();
  }

  private void go(Held held) {
    ByteBuf bytes = held.bytes();
    if (bytes == null) {
      passEnd();
    } else {
      flow.held(-bytes.readableBytes());
      pass(bytes);
    }
  }

  @Override
  final void leave() {
    left = true;
    cancel();
    release();
  }

  @Override
  final void drop() {
    cancel();
    queue.forEach(
        held -> {
          if (held.bytes() != null) {
            held.bytes().release();
          }
        });
    queue.clear();
  }

  private void cancel() {
    ScheduledFuture<?> waiting = timer;
    if (waiting != null) {
      waiting.cancel(false);
      timer = null;
    }
  }

  /** Bytes, or the stream's end for null. */
  private record Held(@Nullable ByteBuf bytes, long dueNanos) {}
}
