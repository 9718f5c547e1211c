package io.tideline.simulations;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.tideline.engine.injection.HostGuard;
import io.tideline.engine.injection.LoadRun;
import io.tideline.engine.injection.ReplyWatch;
import io.tideline.engine.ledger.WriteLedger;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Target;
import io.tideline.simulations.journeys.Journeys;
import io.tideline.simulations.journeys.Witnesses;
import io.tideline.simulations.run.PreparedRun;
import io.tideline.simulations.run.RunEnd;
import io.tideline.simulations.run.RunStart;
import io.tideline.simulations.run.Surroundings;
import java.util.Map;

/**
 * Runs one scenario of the plan: {@code mvn gatling:test -Dscenario=smoke}. What a user does is in
 * {@code journeys}; how many come and when is in the plan.
 */
public final class MemoriesSimulation extends Simulation {
  private final Surroundings surroundings = Surroundings.ofThisProcess();
  private final PreparedRun run = RunStart.prepare(Journeys.catalogue(), surroundings);
  private final LoadRun load =
      run.view()
          .show(
              run.faults()
                  .during(
                      new LoadRun(
                          run.schedule(), surroundings.results(), run.users(), run.subject())),
              run.plan());
  private final WriteLedger ledger =
      new WriteLedger(
          () -> load.resultsFolder().map(folder -> folder.resolve(LoadRun.RESULTS)),
          surroundings.clock());
  private final RunEnd end = new RunEnd(run, load, ledger, surroundings);

  {
    Witnesses witnesses = new Witnesses(ledger, load.replies());
    setUp(load.populations(Journeys.scenarios(run.plan(), run.feeders(), witnesses)))
        .protocols(protocol(run.plan(), run.baseUrl(), load.replies()));
  }

  @Override
  public void after() {
    end.after();
  }

  private static HttpProtocolBuilder protocol(Plan plan, String baseUrl, ReplyWatch replies) {
    Target target = plan.target();
    HttpProtocolBuilder protocol =
        http.baseUrl(baseUrl)
            .acceptHeader("application/json")
            .userAgentHeader("Tideline")
            .disableWarmUp();
    for (Map.Entry<String, String> header : target.credentials().headers().entrySet()) {
      String value = System.getenv(header.getValue());
      protocol = protocol.header(header.getKey(), session -> value);
    }
    return new HostGuard(target.hosts()).guarding(protocol, replies);
  }
}
