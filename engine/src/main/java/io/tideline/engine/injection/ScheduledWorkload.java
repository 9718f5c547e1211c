package io.tideline.engine.injection;

import io.gatling.core.controller.inject.Workload;
import io.gatling.core.scenario.Scenario;
import io.gatling.core.session.Session;
import io.gatling.core.session.Session$;
import io.gatling.core.stats.StatsEngine;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/**
 * One journey's users within Gatling's injector. All but {@link #start} is called by the injector's
 * one thread; {@link #start} runs on the user's event loop.
 */
final class ScheduledWorkload extends Workload {
  private final Dispatcher dispatcher;
  private final int journey;
  private final Gatling gatling;
  private long handed;
  private long ended;

  ScheduledWorkload(Dispatcher dispatcher, int journey, Gatling gatling) {
    super(gatling.scenario(), gatling.userIds(), gatling.group(), gatling.statsEngine());
    this.dispatcher = dispatcher;
    this.journey = journey;
    this.gatling = gatling;
    dispatcher.register(journey, this, gatling.scenario().ctx().coreComponents());
  }

  void handed() {
    handed++;
  }

  /** Starts the user of an arrival, now. */
  void start(long arrival, EventLoop eventLoop) {
    Scenario scenario = gatling.scenario();
    Session session =
        Session$.MODULE$
            .apply(scenario.name(), arrival + 1, scenario.onExit(), eventLoop)
            .set(LoadRun.ARRIVAL, arrival);
    gatling.statsEngine().logUserStart(scenario.name());
    scenario.entry().$bang(scenario.onStart().apply(session));
  }

  @Override
  public void injectBatch(FiniteDuration window) {
    dispatcher.advance(gatling.group());
  }

  @Override
  public void endUser() {
    ended++;
    dispatcher.ended();
  }

  @Override
  public int getConcurrentUsers() {
    return (int) (handed - ended);
  }

  @Override
  public boolean isAllUsersScheduled() {
    return dispatcher.isDone(journey);
  }

  @Override
  public boolean isAllUsersStopped() {
    return isAllUsersScheduled() && handed == ended;
  }

  @Override
  public FiniteDuration duration() {
    return Duration.apply(dispatcher.schedule().plan().duration().toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public boolean isEmpty() {
    return dispatcher.isEmpty(journey);
  }

  /** What Gatling hands to a workload. */
  record Gatling(
      Scenario scenario, AtomicLong userIds, EventLoopGroup group, StatsEngine statsEngine) {}
}
