package io.tideline.engine.benchmark;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;

import io.gatling.javaapi.core.OpenInjectionStep;

/** The load as plain Gatling has it: its own injection steps. */
public final class GatlingSimulation extends BenchmarkSimulation {
  {
    OpenInjectionStep[] steps =
        load().stream()
            .map(stretch -> constantUsersPerSec(stretch.rate()).during(stretch.seconds()))
            .toArray(OpenInjectionStep[]::new);
    setUp(users().injectOpen(steps)).protocols(protocol());
  }
}
