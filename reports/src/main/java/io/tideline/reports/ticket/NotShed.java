package io.tideline.reports.ticket;

import java.util.List;

/** What could not be served was not refused at once. */
record NotShed(FailedCheck failed) implements Finding {
  @Override
  public String kind() {
    return "shedding";
  }

  @Override
  public String title() {
    return "Load is not shed: " + failed.check().metric() + " in " + failed.where();
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
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
        "Requests that could not be served were let in, and failed late or by a dropped connection");
  }

  @Override
  public List<String> fixes() {
    return List.of(
        "Bound the queue and the calls under way, and answer 503 with Retry-After above that",
        "Refuse before work is done: at the door, not in front of the database",
        "See that proxies before the service let such an answer through");
  }
}
