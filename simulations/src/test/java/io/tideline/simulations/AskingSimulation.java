package io.tideline.simulations;

import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;
import io.tideline.engine.injection.LoadRun;
import io.tideline.engine.plan.Catalogue;
import io.tideline.engine.plan.Options;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanReader;
import io.tideline.engine.schedule.Schedule;
import io.tideline.reports.report.Analysis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * For {@link BreakingPointIT}: each user sends one request; the results are analysed at the end.
 */
public final class AskingSimulation extends Simulation {
  private static final String JOURNEY = "Ask";
  private static final long ACCOUNTS = 10_000_000;

  private final Plan plan =
      new PlanReader(
              Catalogue.any(),
              new Options(
                  Map.of("scenario", "stress", "baseUrl", System.getProperty("baseUrl")), Map.of()))
          .read(Path.of(System.getProperty("plan")));
  private final LoadRun load =
      new LoadRun(Schedule.of(plan), Path.of(System.getProperty("tideline.results")), ACCOUNTS);

  {
    setUp(
            load.populations(
                Map.of(
                    JOURNEY,
                    scenario(JOURNEY)
                        .exec(group(JOURNEY).on(http("Answer").get("/").check(status().is(200)))))))
        .protocols(http.baseUrl(plan.target().baseUrl()).shareConnections().disableWarmUp());
  }

  @Override
  public void after() {
    load.close();
    try {
      Analysis analysis = Analysis.analyze(load.resultsFolder().orElseThrow());
      analysis.publish(System.out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
