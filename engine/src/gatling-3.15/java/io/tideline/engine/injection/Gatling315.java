package io.tideline.engine.injection;

import io.gatling.commons.util.Clock;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.Controller;
import io.gatling.core.controller.Controller$Command$Crash;
import io.gatling.core.controller.Controller$Command$RunTerminated$;
import io.gatling.core.controller.Controller$Command$StopLoadGenerator;
import io.gatling.core.controller.inject.InjectionProfile;
import io.gatling.core.controller.inject.Workload;
import io.gatling.core.scenario.Scenario;
import io.gatling.core.stats.StatsEngine;
import io.netty.channel.EventLoopGroup;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import scala.Option;
import scala.concurrent.duration.FiniteDuration;

/** The bridge into Gatling 3.15: its controller knows a command for each way that a run ends. */
final class Gatling315 implements GatlingBridge {
  @Override
  public InjectionProfile profile(Function<JourneyUsers.Gatling, JourneyUsers> users) {
    return new Profile(users);
  }

  @Override
  public Controller.Command completed() {
    return Controller$Command$RunTerminated$.MODULE$;
  }

  @Override
  public Controller.Command stopped(String reason) {
    return new Controller$Command$StopLoadGenerator(reason, false);
  }

  @Override
  public Controller.Command crashed(Exception cause) {
    return new Controller$Command$Crash(cause);
  }

  @Override
  public StatsEngine noStats() {
    return new NoStats();
  }

  private static final class NoStats extends NoOpStats {
    @Override
    public void stop(ActorRef<Controller.Command> controller, Option<Exception> exception) {}
  }

  private record Profile(Function<JourneyUsers.Gatling, JourneyUsers> users)
      implements InjectionProfile {
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
      return new Users(
          users.apply(new JourneyUsers.Gatling(scenario, userIds, group, statsEngine)));
    }
  }

  private static final class Users extends Workload {
    private final JourneyUsers users;

    Users(JourneyUsers users) {
      super(
          users.gatling().scenario(),
          users.gatling().userIds(),
          users.gatling().group(),
          users.gatling().statsEngine());
      this.users = users;
    }

    @Override
    public void injectBatch(FiniteDuration window) {
      // Users do not come in batches.
    }

    @Override
    public void endUser() {
      users.left();
    }

    @Override
    public int getConcurrentUsers() {
      return users.concurrent();
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
      return users.duration();
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }
}
