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
        "Have as many accounts as users come: add rows to the feeder file, or limit the users",
        "See that a journey takes the account of its arrival, and no other");
  }
}
