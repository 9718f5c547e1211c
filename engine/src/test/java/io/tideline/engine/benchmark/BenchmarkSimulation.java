package io.tideline.engine.benchmark;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.tideline.engine.injection.HostGuard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What both sides of a benchmark have in common: the users, and where figures are left. */
abstract class BenchmarkSimulation extends Simulation {
  static final String URL = "benchmark.url";
  static final String FOLDER = "benchmark.folder";
  static final String LOAD = "benchmark.load";
  static final String REQUESTS = "benchmark.requests";
  static final String SHARED = "benchmark.shared";
  static final String GUARDED = "benchmark.guarded";
  static final String ORIGIN_FILE = "origin";

  /** Users who send their arrival's index, and as many more requests as are asked for. */
  static ScenarioBuilder users() {
    ChainBuilder visit =
        exec(http("Visit").get(session -> "/" + (session.userId() - 1)).check(status().is(200)));
    for (int i = 1; i < Integer.getInteger(REQUESTS); i++) {
      visit =
          visit.exec(
              http("Again").get(session -> "/" + (session.userId() - 1)).check(status().is(200)));
    }
    return scenario("users").exec(visit);
  }

  static HttpProtocolBuilder protocol() {
    HttpProtocolBuilder plain = http.baseUrl(System.getProperty(URL)).disableWarmUp();
    HttpProtocolBuilder protocol = Boolean.getBoolean(SHARED) ? plain.shareConnections() : plain;
    return Boolean.getBoolean(GUARDED)
        ? new HostGuard(List.of("127.0.0.1")).guarding(protocol)
        : protocol;
  }

  static List<Stretch> load() {
    return Stretch.parse(System.getProperty(LOAD));
  }

  static Path folder() {
    return Path.of(System.getProperty(FOLDER));
  }

  static void leaveOrigin(long nanos) {
    try {
      Files.writeString(folder().resolve(ORIGIN_FILE), Long.toString(nanos));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
