package io.tideline.engine.injection;

import io.gatling.core.CoreComponents;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.tideline.engine.injection.Lane.Arrival;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.StartLogReader;
import io.tideline.engine.schedule.Steering;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands the arrivals of all journeys, in order, to the event loops in turn, a little ahead of their
 * due times. When the steering changes, arrivals that are not due yet are taken back and handed
 * over again.
 */
final class Dispatcher {
  /** How far ahead arrivals are handed over; {@link #advance} comes again well before that. */
  private static final long HORIZON_NANOS = TimeUnit.MILLISECONDS.toNanos(1000);

  private final Steering steering;
  private final StartLogReader.Listener starts;
  private final long originNanos;
  private final List<JourneyUsers> users;
  private final List<Lane> lanes = new ArrayList<>();
  private final AtomicLong active = new AtomicLong();

  /** Held for moments only: an arrival that starts must not wait for {@link #advance}. */
  private final Object turn = new Object();

  /** For each change of the steering, the first arrival that it moved. */
  private final List<Long> moved = new ArrayList<>();

  private long nextArrival;

  /**
   * @param starts is told of each start, on its event loop
   * @param originNanos {@link System#nanoTime} at the run's first instant
   * @param users by index of the journey
   */
  Dispatcher(
      Steering steering,
      CoreComponents gatling,
      StartLogReader.Listener starts,
      long originNanos,
      List<JourneyUsers> users) {
    this.steering = steering;
    this.starts = starts;
    this.originNanos = originNanos;
    this.users = users;
    for (EventExecutor executor : gatling.eventLoopGroup()) {
      EventLoop eventLoop = (EventLoop) executor;
      lanes.add(new Lane(eventLoop, this::now, arrival -> start(arrival, eventLoop)));
    }
  }

  /** {@link System#nanoTime} at the run's first instant. */
  long originNanos() {
    return originNanos;
  }

  /** Nanoseconds since the run's first instant. */
  long now() {
    return System.nanoTime() - originNanos;
  }

  /** The same, but 0 before the first instant: what is asked for earlier takes effect then. */
  long elapsed() {
    return Math.max(0, now());
  }

  /** Hands over all arrivals up to the horizon. */
  synchronized void advance() {
    List<List<Arrival>> batches = new ArrayList<>();
    lanes.forEach(lane -> batches.add(new ArrayList<>()));
    long horizon = now() + HORIZON_NANOS;
    int changes = changes();
    for (long due = steering.dueNanos(nextArrival);
        due <= horizon;
        due = steering.dueNanos(nextArrival)) {
      if (steering.schedule().plan().load().slice().has(nextArrival)) {
        int journey = steering.schedule().journeyOf(nextArrival);
        batches.get(turnOf(nextArrival)).add(new Arrival(nextArrival, journey, due, changes));
      }
      nextArrival++;
    }
    for (int i = 0; i < batches.size(); i++) {
      hand(lanes.get(i), batches.get(i));
    }
  }

  /** This generator's arrivals take the event loops in turn. */
  private int turnOf(long arrival) {
    return (int) (arrival / steering.schedule().plan().load().slice().of() % lanes.size());
  }

  private void hand(Lane lane, List<Arrival> batch) {
    if (batch.isEmpty()) {
      return;
    }
    active.addAndGet(batch.size());
    if (!lane.add(batch)) {
      active.addAndGet(-batch.size());
    }
  }

  /** Lets an event take effect now. */
  synchronized RunEvent steer(RunEvent.Kind kind, double factor, String reason) {
    RunEvent event;
    synchronized (turn) {
      long now = elapsed();
      long first = Math.min(nextArrival, steering.dueBefore(now));
      while (first < nextArrival && steering.dueNanos(first) <= now) {
        first++;
      }
      event = new RunEvent(now, kind, factor, reason);
      steering.apply(event);
      moved.add(first);
      nextArrival = first;
    }
    lanes.forEach(lane -> lane.drop(this::takenBack));
    advance();
    return event;
  }

  /** Takes note of an event that changes nothing about the load. */
  void note(RunEvent event) {
    synchronized (turn) {
      steering.apply(event);
    }
  }

  private boolean takenBack(Arrival arrival) {
    boolean was = wasMoved(arrival);
    if (was) {
      active.decrementAndGet();
    }
    return was;
  }

  private void start(Arrival arrival, EventLoop eventLoop) {
    if (takenBack(arrival)) {
      return;
    }
    long now = now();
    starts.started(arrival.index(), arrival.dueNanos(), now);
    users.get(arrival.journey()).start(arrival.index(), now - arrival.dueNanos(), eventLoop);
  }

  /**
   * Whether an arrival was taken back by the change that came after it was handed over. The first
   * arrivals that changes move never fall, so that change decides.
   */
  private boolean wasMoved(Arrival arrival) {
    synchronized (turn) {
      return arrival.changes() < moved.size() && arrival.index() >= moved.get(arrival.changes());
    }
  }

  private int changes() {
    synchronized (turn) {
      return moved.size();
    }
  }

  /** A user has left. */
  void ended() {
    active.decrementAndGet();
  }

  /** Users that are under way, arrivals that were handed over and are not due included. */
  long active() {
    return active.get();
  }
}
