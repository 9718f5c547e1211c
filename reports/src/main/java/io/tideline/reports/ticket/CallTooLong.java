package io.tideline.reports.ticket;

import java.util.List;

/** A call waited for longer than was promised: a timeout is missing. */
record CallTooLong(FailedCheck failed) implements Finding {
  @Override
  public String kind() {
    return "timeouts";
  }

  @Override
  public String title() {
    return "A call waits for longer than promised in " + failed.where();
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
        "No timeout ends such a call, or one that is longer than promised: what it waits for was gone"
            + " while the fault lasted");
  }

  @Override
  public List<String> fixes() {
    return List.of(
        "Give the connection to what was broken a socket timeout, and its pool a timeout for a"
            + " connection",
        "Bound the whole call by a time limiter outside of those",
        "Let the timeouts of one call, retries included, stay below what its caller waits");
  }
}
