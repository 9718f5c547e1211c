package io.tideline.reports.ticket;

import java.util.List;

/** The target did not keep its promises while it was broken, or was not itself again in time. */
record NotRecovered(FailedCheck failed) implements Finding {
  @Override
  public String kind() {
    return "recovery";
  }

  @Override
  public String title() {
    return "Not well around a fault (" + failed.key() + ") in " + failed.where();
  }

  @Override
  public Severity severity() {
    return failed.check().value() == null ? Severity.HIGH : Severity.ofMiss(failed.miss());
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
    return failed.check().metric().equals("recovery")
        ? List.of(
            "What was broken had been put back, and the target did not notice: failover, or a pool"
                + " that drops dead connections, is missing")
        : List.of();
  }

  @Override
  public List<String> fixes() {
    return List.of(
        "See in the report when each request came back, and which was last",
        "Let the pool check connections and drop those that failed; bound their age",
        "Follow a failover from name to connection: cached addresses, and connections that go on to"
            + " the old primary");
  }
}
