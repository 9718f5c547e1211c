package io.tideline.reports.gate;

import io.tideline.engine.plan.Resilience;
import io.tideline.engine.plan.Resilience.Amplification;
import io.tideline.engine.plan.Resilience.Shedding;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.ErrorRow;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whether no call waits for longer than promised, and what cannot be served is refused at once. */
final class CallChecks {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final Pattern REFUSED = Pattern.compile("found (429|503)\\b");

  private CallChecks() {}

  static List<Check> of(Run run, Resilience promised) {
    List<Check> checks = new ArrayList<>();
    Duration longest = promised.longestCall();
    if (longest != null) {
      checks.add(longest(run, longest.toNanos() / NANOS_PER_MILLI));
    }
    Shedding shedding = promised.shedding();
    if (shedding != null && shedding.refused() != null) {
      checks.add(refused(run, shedding.refused()));
    }
    if (shedding != null && shedding.within() != null) {
      checks.add(refusedWithin(run, shedding.within().toNanos() / NANOS_PER_MILLI));
    }
    Amplification amplification = promised.amplification();
    if (amplification != null) {
      checks.addAll(AmplificationChecks.of(run, amplification));
    }
    return checks;
  }

  private static Check longest(Run run, double limit) {
    Longest longest = Longest.of(run);
    boolean kept = longest.millis <= limit;
    return new Question("resilience/longest-call", "longest call", "ms", limit)
        .answer(
            longest.scope,
            new Question.Measured((double) longest.millis, longest.calls),
            kept ? Status.PASS : Status.FAIL,
            "Longest call "
                + Figures.millis(longest.millis)
                + " ("
                + ScopeName.of(longest.scope)
                + (longest.failed ? ", failed" : "")
                + "), at most "
                + Figures.millis(limit)
                + " promised"
                + (kept ? "" : ": a timeout is missing, or longer than that"));
  }

  private static Check refused(Run run, double limit) {
    long failed =
        run.errors().stream().filter(row -> measured(run, row)).mapToLong(ErrorRow::count).sum();
    long refused =
        run.errors().stream()
            .filter(row -> measured(run, row))
            .filter(row -> REFUSED.matcher(row.message()).find())
            .mapToLong(ErrorRow::count)
            .sum();
    double share = failed == 0 ? 1 : (double) refused / failed;
    boolean kept = share >= limit;
    return new Question("resilience/shedding/refused", "refused", "share", limit)
        .answer(
            share,
            failed,
            kept ? Status.PASS : Status.FAIL,
            Figures.number(refused)
                + " of "
                + Figures.count(failed, "failed request")
                + " were refused with 429 or 503, at least "
                + Figures.share(limit)
                + " promised"
                + (kept ? "" : ": load shedding is missing, what cannot be served is not refused"));
  }

  private static boolean measured(Run run, ErrorRow row) {
    return run.phases().stream()
        .noneMatch(phase -> phase.warmUp() && phase.name().equals(row.phase()));
  }

  private static Check refusedWithin(Run run, double limit) {
    Latencies times = run.pool(Scope.EVERYTHING).koLatencies();
    boolean many = times.count() >= Metric.P95.leastValues();
    double value = many ? times.at(Metric.P95.quantile()) : times.max();
    boolean kept = times.count() == 0 || value <= limit;
    return new Question("resilience/shedding/within", "time to refuse", "ms", limit)
        .answer(
            times.count() == 0 ? null : (Double) value,
            times.count(),
            kept ? Status.PASS : Status.FAIL,
            times.count() == 0
                ? "No request failed"
                : (many ? "95 of 100 failed requests" : "Every failed request")
                    + " took at most "
                    + Figures.millis(value)
                    + ", "
                    + Figures.millis(limit)
                    + " promised"
                    + (kept ? "" : ": what cannot be served is not refused at once"));
  }

  /** The request that took longest, whether it failed or not, outside the warm-up. */
  private record Longest(Scope scope, long millis, boolean failed, long calls) {
    static Longest of(Run run) {
      Longest longest = new Longest(Scope.EVERYTHING, 0, false, 0);
      for (Scope scope : requests(run)) {
        Sample sample = run.pool(scope);
        long ok = sample.okLatencies().max();
        long ko = sample.koLatencies().max();
        boolean longer = Math.max(ok, ko) > longest.millis;
        longest =
            new Longest(
                longer ? scope : longest.scope,
                Math.max(longest.millis, Math.max(ok, ko)),
                longer ? ko > ok : longest.failed,
                longest.calls + sample.requests());
      }
      return longest;
    }

    private static List<Scope> requests(Run run) {
      return run.requests().stream()
          .map(row -> new Scope(row.journey(), row.name(), null))
          .distinct()
          .toList();
    }
  }
}
