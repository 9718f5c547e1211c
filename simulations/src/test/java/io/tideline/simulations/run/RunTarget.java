package io.tideline.simulations.run;

import io.tideline.engine.plan.FaultPlan;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanException;
import io.tideline.fixtures.StandIn;
import io.tideline.fixtures.StandInException;
import io.tideline.fixtures.StandInOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The target of a run, known to answer; the stand-in if the plan names no other. */
public final class RunTarget implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /** The slowest machine is thought to make so many accounts a second. */
  private static final long ACCOUNTS_PER_SECOND = 5_000;

  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);

  private final String baseUrl;
  private final StandIn standIn;
  private final Optional<Path> state;

  private RunTarget(String baseUrl, StandIn standIn, Optional<Path> state) {
    this.baseUrl = baseUrl;
    this.standIn = standIn;
    this.state = state;
  }

  static RunTarget open(Plan plan, long users, Surroundings surroundings, RunFaults faults) {
    String baseUrl = plan.target().baseUrl();
    if (baseUrl != null) {
      probe(baseUrl);
      return new RunTarget(baseUrl, null, Optional.empty());
    }
    try {
      System.out.printf(
          "Tideline: starting the sample service, the Memories service on PostgreSQL,"
              + " with %d accounts ...%n",
          users);
      String name = "stand-in-" + ProcessHandle.current().pid();
      Optional<Path> state =
          plan.faults().isNone()
              ? Optional.empty()
              : Optional.of(surroundings.results().resolve(name).toAbsolutePath());
      StandIn standIn =
          StandIn.start(
              StandInOptions.loggingTo(surroundings.results().resolve(name + ".log"))
                  .withStartLimit(START_LIMIT.plusSeconds(users / ACCOUNTS_PER_SECOND))
                  .with(state.map(faults::standIn).orElseGet(() -> new String[0]))
                  .with(
                      SampleService.options(plan, surroundings.options(), users)
                          .toArray(String[]::new)));
      System.out.println("Tideline: the sample service answers on " + standIn.baseUri());
      return new RunTarget(standIn.baseUri().toString(), standIn, state);
    } catch (StandInException e) {
      throw new PlanException(List.of("the sample service did not start: " + e.getMessage()));
    }
  }

  /** One request before the load, so that a dead target costs one sentence. Any answer will do. */
  private static void probe(String baseUrl) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PROBE_TIMEOUT).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl)).timeout(PROBE_TIMEOUT).GET().build();
    try {
      client.send(request, BodyHandlers.discarding());
    } catch (IOException e) {
      throw new PlanException(
          List.of(
              "target "
                  + baseUrl
                  + " does not answer ("
                  + e.getClass().getSimpleName()
                  + ");"
                  + " start it, or check -DbaseUrl; no load has been sent"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlanException(List.of("interrupted while waiting for " + baseUrl));
    }
  }

  String baseUrl() {
    return baseUrl;
  }

  /** The plan's faults, aimed at the stand-in if that is the target. */
  FaultPlan aim(FaultPlan faults) {
    try {
      return state.isPresent() ? StandInFaults.aim(faults, state.get()) : faults;
    } catch (IOException e) {
      throw new PlanException(List.of("the stand-in does not tell where it is: " + e));
    }
  }

  /** Stops the target if the run started it. */
  @Override
  public void close() {
    if (standIn != null) {
      standIn.close();
    }
  }
}
