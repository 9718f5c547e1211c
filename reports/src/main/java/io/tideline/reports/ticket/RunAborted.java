package io.tideline.reports.ticket;

import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A promise was broken so badly, and for so long, that the run was stopped. */
record RunAborted(FailedCheck failed) implements Finding {
  private static final double SOME_ERRORS = 0.01;

  @Override
  public String kind() {
    return "aborted";
  }

  @Override
  public String title() {
    return "The run was stopped before its end: " + failed.where();
  }

  @Override
  public Severity severity() {
    return Severity.CRITICAL;
  }

  @Override
  public Sureness sureness() {
    return Sureness.SURE;
  }

  @Override
  public List<String> evidence() {
    Sample sample = failed.sample();
    List<String> facts = new ArrayList<>();
    facts.add(
        String.format(
            Locale.ROOT,
            "It ran for %,.0f s: %s, %s of them failed",
            failed.run().info().durationSeconds(),
            Figures.count(sample.requests(), "request"),
            Figures.share(sample.errorShare())));
    return facts;
  }

  @Override
  public List<String> suspicions() {
    Failures failures = Failures.of(failed.run(), failed.scope());
    if (failures.kinds().isEmpty() || failed.sample().errorShare() < SOME_ERRORS) {
      return List.of();
    }
    SortedFailures sorts = SortedFailures.of(failures);
    return List.of(
        String.format(
            Locale.ROOT,
            "%s of the failures are of one sort, the first at second %.1f: %s",
            Figures.share(sorts.share()),
            failures.first(),
            sorts.sort().suspicion()));
  }

  @Override
  public List<String> fixes() {
    return List.of(
        "Before another run, see whether the target still answers, and bring it back if not",
        "Find the first failure's time in the logs of service, proxy and database",
        "Run the smoke scenario, then this one with half the rate");
  }
}
