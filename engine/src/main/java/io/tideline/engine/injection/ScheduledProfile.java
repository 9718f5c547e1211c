package io.tideline.engine.injection;

import io.gatling.commons.util.Clock;
import io.gatling.core.controller.inject.InjectionProfile;
import io.gatling.core.controller.inject.Workload;
import io.gatling.core.scenario.Scenario;
import io.gatling.core.stats.StatsEngine;
import io.netty.channel.EventLoopGroup;
import java.util.concurrent.atomic.AtomicLong;
import scala.Option;

/** One journey's part of the schedule, as Gatling asks for it. */
final class ScheduledProfile implements InjectionProfile {
  private final Conductor conductor;
  private final int journey;

  ScheduledProfile(Conductor conductor, int journey) {
    this.conductor = conductor;
    this.journey = journey;
  }

  /** Unknown without a walk through all arrivals, which a day's run is too long for. */
  @Override
  public Option<Object> totalUserCount() {
    return Option.empty();
  }

  @Override
  public Workload workload(
      Scenario scenario,
      AtomicLong userIds,
      long startMillis,
      EventLoopGroup group,
      StatsEngine statsEngine,
      Clock clock) {
    return new ScheduledWorkload(
        conductor, journey, new ScheduledWorkload.Gatling(scenario, userIds, group, statsEngine));
  }
}
