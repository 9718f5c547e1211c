package io.tideline.reports.ticket;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.CheckFigures;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** More requests failed than may. */
record ErrorsOverBudget(FailedCheck failed) implements Finding {
  /** Users meet that at every turn. */
  private static final double DISASTER = 0.25;

  /** Two of three say what the rest is likely to be. */
  private static final double MOST_OF_THEM = 2.0 / 3;

  /** A share of the run so short that something must have happened then. */
  private static final double MOMENT = 0.1;

  private static final int FEW = 20;

  @Override
  public String kind() {
    return "errors";
  }

  @Override
  public String title() {
    return failed.scopeName()
        + ": more than "
        + CheckFigures.figure(failed.check().limit(), failed.check().unit())
        + " errors in "
        + failed.where();
  }

  /** Three times a small budget is no disaster yet: critical is a quarter of all requests. */
  @Override
  public Severity severity() {
    if (failed.sample().errorShare() >= DISASTER) {
      return Severity.CRITICAL;
    }
    Double limit = failed.check().limit();
    boolean noneAllowed = limit != null && limit == 0;
    return noneAllowed ? Severity.MEDIUM : Severity.ofMiss(failed.miss()).atMost(Severity.HIGH);
  }

  /** A handful of failures may be bad luck. */
  @Override
  public Sureness sureness() {
    return failed.sample().ko() < FEW ? Sureness.DOUBTFUL : Sureness.LIKELY;
  }

  @Override
  public List<String> evidence() {
    List<String> facts = new ArrayList<>();
    Run run = failed.run();
    Scope scope = failed.scope();
    for (PhaseRow phase : run.phases()) {
      Sample sample = run.pool(new Scope(scope.journey(), scope.request(), phase.name()));
      if (scope.phase() == null && !phase.warmUp() && sample.requests() > 0) {
        facts.add(
            phase.name()
                + ": "
                + Figures.number(sample.ko())
                + " of "
                + Figures.count(sample.requests(), "request")
                + " failed ("
                + Figures.share(sample.errorShare())
                + ")");
      }
    }
    return facts.size() > 1 ? facts : List.of();
  }

  @Override
  public List<String> suspicions() {
    Failures failures = Failures.of(failed.run(), failed.scope());
    List<String> suspicions = new ArrayList<>();
    if (failures.kinds().isEmpty()) {
      return suspicions;
    }
    SortedFailures sorts = SortedFailures.of(failures);
    if (sorts.share() >= MOST_OF_THEM) {
      suspicions.add(
          Figures.number(sorts.count())
              + " of "
              + Figures.count(failures.count(), "failure")
              + " are of one sort: "
              + sorts.sort().suspicion());
    } else {
      suspicions.add(
          "The failures are of several sorts, the most frequent of "
              + Figures.share(sorts.share())
              + ": "
              + sorts.sort().suspicion());
    }
    suspectMoment(failures, suspicions);
    return suspicions;
  }

  private void suspectMoment(Failures failures, List<String> suspicions) {
    double seconds = failed.run().info().durationSeconds();
    double span = failures.last() - failures.first();
    if (failures.count() >= FEW && span <= MOMENT * seconds) {
      suspicions.add(
          String.format(
              Locale.ROOT,
              "All failures lie between second %.1f and %.1f of %.0f: something happened then (a"
                  + " deployment, a restart, a failover) rather than all the time",
              failures.first(),
              failures.last(),
              seconds));
    }
  }

  @Override
  public List<String> fixes() {
    List<String> fixes = new ArrayList<>();
    Failures failures = Failures.of(failed.run(), failed.scope());
    if (!failures.kinds().isEmpty()) {
      fixes.add(SortedFailures.of(failures).sort().fix());
      fixes.add("Begin with the most frequent: " + failures.kinds().get(0).request());
    }
    fixes.add("Look at what was deployed or configured since the last run that passed");
    fixes.add("Send such a request by hand, with the account of a user for whom it failed");
    return fixes;
  }
}
