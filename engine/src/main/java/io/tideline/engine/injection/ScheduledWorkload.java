package io.tideline.engine.injection;

import io.gatling.core.controller.inject.Workload;
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
 * when users come is the {@link Dispatcher}'s, and when all is over the {@link Conductor}'s.
 */
final class ScheduledWorkload extends Workload {
  private final Conductor conductor;
  private final int journey;
  private final Gatling gatling;
  private final AtomicInteger concurrent = new AtomicInteger();

  ScheduledWorkload(Conductor conductor, int journey, Gatling gatling) {
    super(gatling.scenario(), gatling.userIds(), gatling.group(), gatling.statsEngine());
    this.conductor = conductor;
    this.journey = journey;
    this.gatling = gatling;
    conductor.register(this, gatling.scenario().ctx().coreComponents());
  }

  int journey() {
    return journey;
  }

  /** Starts the user of an arrival, now and so {@code lagNanos} late, on its event loop. */
  void start(long arrival, long lagNanos, EventLoop eventLoop) {
    concurrent.incrementAndGet();
    gatling.start(arrival, conductor.nameFor(gatling.scenario().name(), lagNanos), eventLoop);
  }

  @Override
  public void injectBatch(FiniteDuration window) {
    // Users do not come in batches.
  }

  @Override
  public void endUser() {
    concurrent.decrementAndGet();
    conductor.ended();
  }

  @Override
  public int getConcurrentUsers() {
    return concurrent.get();
  }

  @Override
  public boolean isAllUsersScheduled() {
    return false;
  }

  @Override
  public boolean isAllUsersStopped() {
    return false;
  }

  @Override
  public FiniteDuration duration() {
    return Duration.apply(conductor.schedule().plan().duration().toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  /** What Gatling hands to a workload. */
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
