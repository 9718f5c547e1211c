package io.tideline.engine.injection;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.tideline.engine.plan.Caching;
import io.tideline.engine.plan.Caching.Judge;
import io.tideline.engine.plan.Disk;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.schedule.Plans;
import io.tideline.engine.schedule.Schedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A simulation for {@link LoadRunIT}: each user sends its arrival's index to {@code probe.url}. */
public final class ProbeSimulation extends Simulation {
  static final Map<String, Integer> WEIGHTS = weights();
  static final String URL = "probe.url";
  static final String RESULTS = "probe.results";
  static final String RATE = "probe.rate";
  static final String SECONDS = "probe.seconds";
  static final String PATH = "probe.path";

  /** For how many milliseconds every 50th user holds up the event loop that it is on. */
  static final String HOLD_UP = "probe.holdUp";

  /** Bytes of disk that the run is to leave alone. */
  static final String KEEP_FREE = "probe.keepFree";

  /** Whether replies are to be counted. */
  static final String CACHING = "probe.caching";

  private final LoadRun load =
      new LoadRun(
          Schedule.of(
              promising(
                  plan(Double.parseDouble(System.getProperty(RATE)), Integer.getInteger(SECONDS)))),
          Path.of(System.getProperty(RESULTS)),
          1_000_000);

  {
    Map<String, ScenarioBuilder> journeys = new LinkedHashMap<>();
    for (String journey : WEIGHTS.keySet()) {
      String path = System.getProperty(PATH, "/#{arrival}/" + journey);
      journeys.put(
          journey,
          scenario(journey)
              .exec(ProbeSimulation::holdUp)
              .exec(exec(http("Visit").get(path).check(status().is(200)))));
    }
    setUp(load.populations(journeys))
        .protocols(
            new HostGuard(List.of("127.0.0.1"))
                .guarding(http.baseUrl(System.getProperty(URL)).disableWarmUp(), load.replies()));
    Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted));
  }

  /** The plan of the run, for the test to hold the outcome against. */
  static Plan plan(double rate, int seconds) {
    return Plans.of(rate, new Mix(WEIGHTS), Plans.hold("only", 1, Duration.ofSeconds(seconds)));
  }

  private static Plan promising(Plan plan) {
    Plan leaving = plan.leaving(new Disk(Long.getLong(KEEP_FREE, Disk.STANDARD.keepFree())));
    return Boolean.getBoolean(CACHING)
        ? leaving.caching(new Caching(null, null, null, Judge.REPLIES, null))
        : leaving;
  }

  private static Session holdUp(Session session) {
    long arrival = session.getLong(LoadRun.ARRIVAL);
    try {
      Thread.sleep(arrival % 50 == 49 ? Integer.getInteger(HOLD_UP, 0) : 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return session;
  }

  private static Map<String, Integer> weights() {
    Map<String, Integer> weights = new LinkedHashMap<>();
    weights.put("often", 49);
    weights.put("seldom", 1);
    return weights;
  }

  private void interrupted() {
    load.interrupt();
    Path after = Path.of(System.getProperty(RESULTS)).resolve("after");
    for (int i = 0; i < 100 && !Files.exists(after); i++) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void after() {
    try {
      Files.writeString(
          Path.of(System.getProperty(RESULTS)).resolve("after"),
          load.close() + " " + load.resultsFolder().orElseThrow());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
