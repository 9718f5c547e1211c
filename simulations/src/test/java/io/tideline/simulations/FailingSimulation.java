package io.tideline.simulations;

import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.Simulation;
import io.tideline.engine.injection.LoadRun;
import io.tideline.engine.plan.Catalogue;
import io.tideline.engine.plan.Options;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanReader;
import io.tideline.engine.plan.Problems;
import io.tideline.engine.plan.ReceiversReader;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.show.LiveServer;
import io.tideline.engine.show.Progress;
import io.tideline.reports.report.Analysis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * For {@link LiveIT}: each user sends one request, and every answer is wrong. What is shown of the
 * run stays until there is a file {@code seen} in the results.
 */
public final class FailingSimulation extends Simulation {
  private static final String JOURNEY = "Ask";
  private static final long ACCOUNTS = 10_000_000;
  private static final int MOST_TRIES = 600;

  private final Path file = Path.of(System.getProperty("plan"));
  private final Path results = Path.of(System.getProperty("tideline.results"));
  private final Plan plan =
      new PlanReader(
              Catalogue.any(),
              new Options(
                  Map.of(
                      "scenario",
                      System.getProperty("scenario"),
                      "baseUrl",
                      System.getProperty("baseUrl")),
                  Map.of()))
          .read(file);
  private final LoadRun load =
      new LoadRun(Schedule.of(plan), results, ACCOUNTS)
          .shownOn(opened(), Progress.OFF)
          .sending(ReceiversReader.read(file, new Problems()), name -> "secret");

  {
    setUp(
            load.populations(
                Map.of(
                    JOURNEY,
                    scenario(JOURNEY)
                        .exec(
                            group(JOURNEY)
                                .on(
                                    http("Answer")
                                        .get("/")
                                        .check(regex("because (.*)").is("I can")))))))
        .protocols(http.baseUrl(plan.target().baseUrl()).shareConnections().disableWarmUp());
  }

  private static LiveServer opened() {
    try {
      return LiveServer.open("127.0.0.1", 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void after() {
    load.close();
    try {
      Analysis.analyze(load.resultsFolder().orElseThrow()).publish(System.out);
      for (int i = 0; i < MOST_TRIES && !Files.exists(results.resolve("seen")); i++) {
        Thread.sleep(100);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    load.hide();
  }
}
