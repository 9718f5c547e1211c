package io.tideline.engine.injection;

import io.gatling.core.scenario.Scenario;
import io.gatling.core.session.Session;
import io.gatling.core.session.Session$;
import io.gatling.core.stats.StatsEngine;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/**
 * One journey's users within Gatling's injector, which learns of users that leave and nothing else:
 * when users come is the {@link Dispatcher}'s, and when all is over the {@link Conductor}'s. A
 * {@link GatlingBridge} makes of it the class that Gatling asks for.
 */
final class JourneyUsers {
  private final Conductor conductor;
  private final int journey;
  private final Gatling gatling;
  private final AtomicInteger concurrent = new AtomicInteger();

  JourneyUsers(Conductor conductor, int journey, Gatling gatling) {
    this.conductor = conductor;
    this.journey = journey;
    this.gatling = gatling;
    conductor.register(this, gatling.scenario().ctx().coreComponents());
  }

  int journey() {
    return journey;
  }

  /** What Gatling gave for them. */
  Gatling gatling() {
    return gatling;
  }

  /** Starts the user of an arrival, now and so {@code lagNanos} late, on its event loop. */
  void start(long arrival, long lagNanos, EventLoop eventLoop) {
    concurrent.incrementAndGet();
    gatling.start(arrival, conductor.nameFor(gatling.scenario().name(), lagNanos), eventLoop);
  }

  /** A user has left. */
  void left() {
    concurrent.decrementAndGet();
    conductor.ended();
  }

  /** How many are under way. */
  int concurrent() {
    return concurrent.get();
  }

  /** How long they come, as planned. */
  FiniteDuration duration() {
    return Duration.apply(conductor.schedule().plan().duration().toNanos(), TimeUnit.NANOSECONDS);
  }

  /** What Gatling hands over to start users with. */
  record Gatling(
      Scenario scenario, AtomicLong userIds, EventLoopGroup group, StatsEngine statsEngine) {

    /**
     * Starts the user of an arrival, now; to be called on {@code eventLoop}.
     *
     * @param name the scenario's, as this user's session is to have it
     */
    void start(long arrival, String name, EventLoop eventLoop) {
      Session session =
          Session$.MODULE$
              .apply(name, arrival + 1, scenario.onExit(), eventLoop)
              .set(LoadRun.ARRIVAL, arrival);
      statsEngine.logUserStart(scenario.name());
      scenario.entry().$bang(scenario.onStart().apply(session));
    }
  }
}
