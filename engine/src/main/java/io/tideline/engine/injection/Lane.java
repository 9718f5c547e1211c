package io.tideline.engine.injection;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The arrivals that one event loop starts, in order of their due times, with one timer: for the
 * next of them. All work is done on the event loop; the methods may be called from any thread.
 */
final class Lane {
  private static final Logger LOGGER = LoggerFactory.getLogger(Lane.class);

  private final EventLoop eventLoop;
  private final LongSupplier clock;
  private final Consumer<Arrival> starter;
  private final Queue<Arrival> waiting = new ArrayDeque<>();
  private @Nullable ScheduledFuture<?> timer;

  /**
   * @param clock nanoseconds since the instant from which due times count
   * @param starter called on the event loop when an arrival is due
   */
  Lane(EventLoop eventLoop, LongSupplier clock, Consumer<Arrival> starter) {
    this.eventLoop = eventLoop;
    this.clock = clock;
    this.starter = starter;
  }

  /**
   * Adds arrivals that are due no earlier than those that wait already.
   *
   * @return whether they will be started, which the event loop of a run that has ended refuses
   */
  boolean add(List<Arrival> arrivals) {
    return execute(
        () -> {
          waiting.addAll(arrivals);
          arm();
        });
  }

  /** Hands back those that wait and for which {@code moved} holds, so that others may come. */
  void drop(Predicate<Arrival> moved) {
    execute(
        () -> {
          waiting.removeIf(moved);
          ScheduledFuture<?> armed = timer;
          if (armed != null) {
            armed.cancel(false);
            timer = null;
          }
          arm();
        });
  }

  private boolean execute(Runnable task) {
    try {
      eventLoop.execute(task);
      return true;
    } catch (RejectedExecutionException shutDown) {
      LOGGER.debug("the event loop has shut down", shutDown);
      return false;
    }
  }

  private void arm() {
    Arrival next = waiting.peek();
    if (next != null && timer == null) {
      long delay = Math.max(0, next.dueNanos() - clock.getAsLong());
      timer = eventLoop.schedule(this::fire, delay, TimeUnit.NANOSECONDS);
    }
  }

  /** Starts what is due by now and no more, so that responses get their turn when users pile up. */
  private void fire() {
    timer = null;
    long now = clock.getAsLong();
    for (Arrival next = waiting.peek();
        next != null && next.dueNanos() <= now;
        next = waiting.peek()) {
      waiting.remove();
      starter.accept(next);
    }
    arm();
  }

  /**
   * An arrival that was handed over.
   *
   * @param index which one
   * @param journey index of its journey
   * @param dueNanos when it is due
   * @param changes how often the run had been steered by then
   */
  record Arrival(long index, int journey, long dueNanos, int changes) {}
}
