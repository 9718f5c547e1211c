package io.tideline.reports.ticket;

import java.util.List;

/** Retries multiplied what a dependency was asked. */
record RetriesAmplify(FailedCheck failed) implements Finding {
  @Override
  public String kind() {
    return "retries";
  }

  @Override
  public String title() {
    return "Retries multiply the load on a dependency in " + failed.where();
  }

  @Override
  public Severity severity() {
    return Severity.ofMiss(failed.miss());
  }

  @Override
  public Sureness sureness() {
    return Sureness.LIKELY;
  }

  @Override
  public List<String> evidence() {
    return FaultFacts.of(failed.run());
  }

  @Override
  public List<String> suspicions() {
    return List.of(
        "Each call was tried again and again while the dependency was in trouble: retries have no"
            + " bound, or nothing stops them when all fail");
  }

  @Override
  public List<String> fixes() {
    return List.of(
        "Bound the retries: two at most, with a pause that doubles and is spread at random",
        "Put the retry outside the circuit breaker, and do not retry what an open one refused",
        "Retry in one layer only: three layers of three tries are 27");
  }
}
