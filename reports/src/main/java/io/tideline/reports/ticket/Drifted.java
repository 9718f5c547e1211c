package io.tideline.reports.ticket;

import io.tideline.reports.gate.ScopeName;
import java.util.List;

/** The target became slower, or got less done, in the course of a run of one load. */
record Drifted(FailedCheck failed) implements Finding {
  @Override
  public String kind() {
    return "drift";
  }

  @Override
  public String title() {
    return ScopeName.of(failed.scope())
        + ": "
        + failed.check().metric()
        + " drifts in "
        + failed.where();
  }

  @Override
  public Severity severity() {
    return Severity.ofMiss(failed.miss()).atMost(Severity.HIGH);
  }

  @Override
  public Sureness sureness() {
    return Sureness.LIKELY;
  }

  @Override
  public List<String> evidence() {
    return TrendFacts.of(failed);
  }

  @Override
  public List<String> suspicions() {
    return List.of();
  }

  @Override
  public List<String> fixes() {
    return List.of(
        "See which resource grew at the same hours, and begin there: a leak makes a target slow"
            + " before it kills it",
        "Compare query plans and table sizes at the run's start and end: rows without an index,"
            + " tables that nobody vacuums",
        "See whether a restart without new data brings the first hour's times back: then it is the"
            + " process, else the data");
  }
}
