package io.tideline.reports.ticket;

import java.util.List;

/** The faults of a run, or the time before them, were not as planned: it proves nothing. */
record FaultsUnfit(FailedCheck failed) implements Finding {
  @Override
  public String kind() {
    return "faults";
  }

  @Override
  public String title() {
    return "The experiment was none: " + failed.check().metric() + " in " + failed.where();
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public Sureness sureness() {
    return Sureness.SURE;
  }

  @Override
  public List<String> evidence() {
    return FaultFacts.of(failed.run());
  }

  @Override
  public List<String> suspicions() {
    return List.of();
  }

  @Override
  public List<String> fixes() {
    return List.of(
        "See the events of the run, and its output, for what kept a fault from its begin or its end",
        "See that the target is whole before the next run",
        "Let the first fault begin later where there is too little time before it");
  }
}
