package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.plan.Validity;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.Injection;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.SampleSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the generator offered the load that was asked for, when it was asked for.
 *
 * <p>The number of users is judged in every phase that the run went through. The lag is judged
 * outside the warm-up, which is there for the generator's JVM as well as for the target: over all
 * arrivals together, and by itself in each phase with enough of them for a 99th percentile, so that
 * a late burst is not hidden by calm hours. All arrivals together are no sample that stands for
 * others, and so need no least number.
 */
final class InjectionChecks {
  private static final double MICROS_PER_MILLI = 1_000;
  private static final double QUANTILE = 0.99;

  /** A generator starts nobody who is not due, but for what rounding at a change of rate makes. */
  private static final double MOST = 1.05;

  private static final long FEW = 5;
  private static final String OTHER_PLAN =
      "more users than the plan has: copy plan.json and starts.log of one run together";
  private static final String HELP =
      "give the generator more processor time, lower the rate, or use more generators";

  private InjectionChecks() {}

  /**
   * The checks on {@code injection}.
   *
   * @param finished names of the phases that the run went through; in the others not all that is
   *     offered was due
   */
  static List<Check> of(Injection injection, Set<String> finished, Validity validity) {
    List<Check> checks = new ArrayList<>();
    for (Injection.Phase phase : injection.phases()) {
      if (validity.offered() > 0 && phase.offered() > 0 && finished.contains(phase.phase())) {
        checks.add(offered(phase, validity));
      }
    }
    if (!Validity.isOn(validity.lagP99())) {
      return checks;
    }
    if (injection.measuredLagMicros().count() > 0) {
      checks.add(lag(null, injection.measuredLagMicros(), validity));
    }
    for (Injection.Phase phase : injection.phases()) {
      boolean enough = phase.lagMicros().count() >= SampleSize.least(Metric.P99);
      if (!phase.warmUp() && enough) {
        checks.add(lag(phase.phase(), phase.lagMicros(), validity));
      }
    }
    return checks;
  }

  private static Check offered(Injection.Phase phase, Validity validity) {
    double share = (double) phase.started() / phase.offered();
    boolean more = share > MOST && phase.started() - phase.offered() > FEW;
    boolean met = share >= validity.offered() && !more;
    String figures =
        Figures.number(phase.started())
            + " of "
            + Figures.count(phase.offered(), "due user")
            + " started in "
            + phase.phase()
            + " ("
            + Figures.share(share)
            + ", at least "
            + Figures.share(validity.offered())
            + " wanted)";
    return new Check(
        "validity/offered/" + phase.phase(),
        Kind.VALIDITY,
        new Scope(null, null, phase.phase()),
        "offered",
        share,
        validity.offered(),
        "share",
        phase.offered(),
        met ? Status.PASS : Status.FAIL,
        met ? figures : figures + "; " + (more ? OTHER_PLAN : HELP));
  }

  private static Check lag(@Nullable String phase, Latencies lagMicros, Validity validity) {
    double value = lagMicros.at(QUANTILE) / MICROS_PER_MILLI;
    double limit = validity.lagP99().toNanos() / (MICROS_PER_MILLI * MICROS_PER_MILLI);
    boolean met = value <= limit;
    String figures =
        "Injection lag p99"
            + (phase == null ? "" : " in " + phase)
            + " "
            + Figures.millis(value)
            + ", at most "
            + Figures.millis(limit)
            + " wanted";
    return new Check(
        "validity/lag" + (phase == null ? "" : "/" + phase),
        Kind.VALIDITY,
        new Scope(null, null, phase),
        "lag p99",
        value,
        limit,
        "ms",
        lagMicros.count(),
        met ? Status.PASS : Status.FAIL,
        met ? figures : figures + "; " + HELP);
  }
}
