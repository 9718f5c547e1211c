package io.tideline.engine.injection;

import io.gatling.core.CoreComponents;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.StartLogWriter;
import io.tideline.engine.schedule.Steering;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the arrivals of all journeys, in order, to the event loops as timers, a little ahead of
 * their due times. When the steering changes, timers that are not due yet are dropped and their
 * arrivals handed over again.
 */
final class Dispatcher {
  private static final Logger LOGGER = LoggerFactory.getLogger(Dispatcher.class);

  /** How far ahead timers are set; {@link #advance} is called again well before they run out. */
  private static final long HORIZON_NANOS = TimeUnit.MILLISECONDS.toNanos(1000);

  private final Steering steering;
  private final EventLoopGroup group;
  private final StartLogWriter log;
  private final long originNanos;
  private final List<ScheduledWorkload> workloads;
  private final AtomicLong active = new AtomicLong();

  /** For each change of the steering, the first arrival that it moved. */
  private final List<Long> moved = new ArrayList<>();

  private long nextArrival;

  /**
   * @param originNanos {@link System#nanoTime} at the run's first instant
   * @param workloads by index of the journey
   */
  Dispatcher(
      Steering steering,
      CoreComponents gatling,
      StartLogWriter log,
      long originNanos,
      List<ScheduledWorkload> workloads) {
    this.steering = steering;
    this.group = gatling.eventLoopGroup();
    this.log = log;
    this.originNanos = originNanos;
    this.workloads = workloads;
  }

  /** {@link System#nanoTime} at the run's first instant. */
  long originNanos() {
    return originNanos;
  }

  /** Nanoseconds since the run's first instant. */
  long now() {
    return System.nanoTime() - originNanos;
  }

  /** Sets timers for all arrivals up to the horizon. */
  synchronized void advance() {
    long horizon = now() + HORIZON_NANOS;
    for (long due = steering.dueNanos(nextArrival);
        due <= horizon;
        due = steering.dueNanos(nextArrival)) {
      if (steering.schedule().plan().load().slice().has(nextArrival)) {
        hand(nextArrival, due);
      }
      nextArrival++;
    }
  }

  /** Lets an event take effect now. */
  synchronized RunEvent steer(RunEvent.Kind kind, double factor, String reason) {
    long now = now();
    long first = Math.min(nextArrival, steering.dueBefore(now));
    while (first < nextArrival && steering.dueNanos(first) <= now) {
      first++;
    }
    RunEvent event = new RunEvent(now, kind, factor, reason);
    steering.apply(event);
    moved.add(first);
    nextArrival = first;
    advance();
    return event;
  }

  private void hand(long arrival, long due) {
    EventLoop eventLoop = group.next();
    ScheduledWorkload workload = workloads.get(steering.schedule().journeyOf(arrival));
    int changes = moved.size();
    active.incrementAndGet();
    Runnable timer =
        () -> {
          if (wasMoved(arrival, changes)) {
            active.decrementAndGet();
          } else {
            log.started(arrival, due, now());
            workload.start(arrival, eventLoop);
          }
        };
    try {
      eventLoop.schedule(timer, Math.max(0, due - now()), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException shutDown) {
      active.decrementAndGet();
      LOGGER.debug("arrival {} not started: the event loop has shut down", arrival, shutDown);
    }
  }

  /**
   * Whether an arrival, handed over after so many changes, was taken back by the next one. The
   * first arrivals that changes move never fall, so the next change decides.
   */
  private synchronized boolean wasMoved(long arrival, int changes) {
    return changes < moved.size() && arrival >= moved.get(changes);
  }

  /** A user has left. */
  void ended() {
    active.decrementAndGet();
  }

  /** Users that are under way, timers that have not fired included. */
  long active() {
    return active.get();
  }
}
