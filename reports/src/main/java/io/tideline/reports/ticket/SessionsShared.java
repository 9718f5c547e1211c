package io.tideline.reports.ticket;

import java.util.List;

/**
 * Users of a run shared accounts at the same time, so that the hits of caches are none of users.
 */
record SessionsShared(FailedCheck failed) implements Finding {
  @Override
  public String kind() {
    return "sessions";
  }

  @Override
  public String title() {
    return "Accounts in use twice at the same time in " + failed.where();
  }

  @Override
  public Severity severity() {
    return Severity.HIGH;
  }

  @Override
  public Sureness sureness() {
    return Sureness.SURE;
  }

  @Override
  public List<String> evidence() {
    return List.of();
  }

  @Override
  public List<String> suspicions() {
    return List.of();
  }

  @Override
  public List<String> fixes() {
    return List.of(
        "Take as many accounts as users come: -Dusers makes them",
        "See that a journey takes the account of its arrival, and no other");
  }
}
