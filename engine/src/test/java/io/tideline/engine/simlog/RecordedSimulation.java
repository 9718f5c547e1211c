package io.tideline.engine.simlog;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/**
 * A simulation for {@link RealGatlingIT} whose log holds everything that a log can: two scenarios,
 * a group within a group, names in and beyond Latin-1, failures, and a request that cannot be
 * built.
 */
public final class RecordedSimulation extends Simulation {
  static final String URL = "recorded.url";
  static final int BROWSING = 12;
  static final int CREATING = 5;

  private final ScenarioBuilder browse =
      scenario("Browse timeline")
          .exec(
              group("Browse timeline")
                  .on(
                      exec(http("Open café").get("/ok").check(status().is(200))),
                      group("Page").on(exec(http("開く → 記憶").get("/ok"))),
                      pause(Duration.ofMillis(20)),
                      exec(http("Find").get("/missing").check(status().is(200)))));

  private final ScenarioBuilder create =
      scenario("Create memory")
          .exec(http("Alone").get("/ok"))
          .exec(http("Unsent").get("/#{nowhere}"));

  {
    setUp(
            browse.injectOpen(rampUsers(BROWSING).during(Duration.ofSeconds(1))),
            create.injectOpen(rampUsers(CREATING).during(Duration.ofSeconds(1))))
        .protocols(http.baseUrl(System.getProperty(URL, "http://127.0.0.1:1")).disableWarmUp())
        .assertions(global().successfulRequests().percent().gt(1.0));
  }
}
