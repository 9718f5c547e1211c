package io.tideline.engine.injection;

import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.inject.Injector;
import io.netty.channel.EventLoop;
import io.tideline.engine.injection.Lane.Arrival;
import java.util.List;
import java.util.function.Function;
import scala.concurrent.Promise;
import scala.concurrent.duration.FiniteDuration;

/**
 * The users of a warm-up on one event loop. In Gatling's place it hears of each one that leaves,
 * and lets the next one come a moment later, until the warm-up ends.
 */
final class Visitors implements ActorRef<Injector.Command> {
  private static final long GAP_NANOS = 1_000_000;

  private final Lane lane;
  private final long endNanos;
  private int left;

  /**
   * @param users makes what starts a user, from who is to hear of its end
   * @param endNanos {@link System#nanoTime} after which nobody comes
   * @param most how many users may come
   */
  Visitors(
      EventLoop eventLoop,
      Function<ActorRef<Injector.Command>, JourneyUsers.Gatling> users,
      long endNanos,
      int most) {
    this.endNanos = endNanos;
    this.left = most;
    JourneyUsers.Gatling started = users.apply(this);
    lane =
        new Lane(
            eventLoop,
            System::nanoTime,
            arrival -> started.start(arrival.index(), started.scenario().name(), eventLoop));
  }

  /** Lets a user come soon; to be called on the event loop. */
  void come() {
    long due = System.nanoTime() + GAP_NANOS;
    if (due < endNanos && left > 0) {
      left--;
      lane.add(List.of(new Arrival(left, 0, due, 0)));
    }
  }

  @Override
  public void $bang(Injector.Command userEnd) {
    come();
  }

  @Override
  public String name() {
    return "tideline-warm-up";
  }

  @Override
  public <Reply> Promise<Reply> replyPromise(FiniteDuration timeout) {
    throw new UnsupportedOperationException("nobody asks the warm-up");
  }
}
