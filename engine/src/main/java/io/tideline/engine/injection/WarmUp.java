package io.tideline.engine.injection;

import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.core.CoreComponents;
import io.gatling.core.action.Exit;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.inject.Injector;
import io.gatling.core.pause.Disabled$;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.Protocol$;
import io.gatling.core.protocol.ProtocolComponentsRegistries;
import io.gatling.core.protocol.ProtocolComponentsRegistry;
import io.gatling.core.scenario.Scenario;
import io.gatling.core.stats.StatsEngine;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.collection.immutable.Map;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Makes the JVM compile, before arrival 0, what every user goes through: timers, sessions, actions,
 * the HTTP client, checks. Users of a scenario of its own come and go on the run's event loops;
 * they ask a {@link WarmUpTarget} within this process, and no record tells of them.
 */
final class WarmUp {
  /** How long it lasts, the rest included. */
  static final long LENGTH_NANOS = TimeUnit.MILLISECONDS.toNanos(2000);

  private static final Logger LOGGER = LoggerFactory.getLogger(WarmUp.class);

  /** Before arrival 0 the compiler finishes its queue and the collector its rubbish. */
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

  private static final int USERS_PER_EVENT_LOOP = 8;

  /** So that connections that linger after their end do not use up the machine's ports. */
  private static final int MOST_USERS_PER_EVENT_LOOP = 2000;

  private static final int REQUESTS = 4;

  private final WarmUpTarget target;
  private final CoreComponents gatling;
  private final GatlingBridge bridge;
  private final long endNanos;

  private WarmUp(WarmUpTarget target, CoreComponents gatling, GatlingBridge bridge, long endNanos) {
    this.target = target;
    this.gatling = gatling;
    this.bridge = bridge;
    this.endNanos = endNanos;
  }

  /**
   * Starts it; it ends by itself.
   *
   * @param originNanos {@link System#nanoTime} at the run's first instant
   */
  static void start(CoreComponents gatling, GatlingBridge bridge, long originNanos) {
    try {
      WarmUpTarget target = new WarmUpTarget();
      WarmUp warmUp = new WarmUp(target, gatling, bridge, originNanos - REST_NANOS);
      for (EventExecutor eventLoop : gatling.eventLoopGroup()) {
        eventLoop.execute(TimerSlack::shrink);
        warmUp.come((EventLoop) eventLoop);
      }
      long rest = originNanos - REST_NANOS / 2 - System.nanoTime();
      gatling.eventLoopGroup().schedule(warmUp::rest, rest, TimeUnit.NANOSECONDS);
    } catch (IOException e) {
      LOGGER.warn("the run starts cold: {}", e.getMessage());
    }
  }

  private void come(EventLoop eventLoop) {
    Visitors visitors = new Visitors(eventLoop, this::users, endNanos, MOST_USERS_PER_EVENT_LOOP);
    for (int i = 0; i < USERS_PER_EVENT_LOOP; i++) {
      eventLoop.execute(visitors::come);
    }
  }

  private JourneyUsers.Gatling users(ActorRef<Injector.Command> leaving) {
    StatsEngine stats = bridge.noStats();
    CoreComponents unrecorded =
        new CoreComponents(
            gatling.actorSystem(),
            gatling.eventLoopGroup(),
            gatling.controller(),
            gatling.throttler(),
            stats,
            gatling.clock(),
            new Exit(leaving),
            gatling.configuration());
    return new JourneyUsers.Gatling(
        scenarioOn(unrecorded), new AtomicLong(), gatling.eventLoopGroup(), stats);
  }

  private Scenario scenarioOn(CoreComponents unrecorded) {
    HttpProtocolBuilder protocol = http.baseUrl(target.url()).disableWarmUp();
    Map<Class<? extends Protocol>, Protocol> protocols =
        Protocol$.MODULE$.indexByType(CollectionConverters.asScala(List.of(protocol.protocol())));
    ProtocolComponentsRegistry registry =
        new ProtocolComponentsRegistries(unrecorded, protocols).scenarioRegistry(protocols);
    ScenarioContext context = new ScenarioContext(unrecorded, registry, Disabled$.MODULE$, false);
    return new Scenario(
        "warm-up",
        steps().wrapped.build(context, unrecorded.exit()),
        registry.onStart(),
        registry.onExit(),
        context);
  }

  private static ScenarioBuilder steps() {
    ScenarioBuilder steps = scenario("warm-up");
    for (int i = 0; i < REQUESTS; i++) {
      steps =
          steps.exec(
              http("warm-up")
                  .get("/#{" + LoadRun.ARRIVAL + "}")
                  .check(status().is(200), jsonPath("$.warm").is("up")));
    }
    return steps;
  }

  private void rest() {
    target.close();
    System.gc();
  }
}
