package io.tideline.reports.ticket;

import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A question has no answer, because the run is too small for it. */
record TooLittleData(FailedCheck failed) implements Finding {
  @Override
  public String kind() {
    return "insufficient";
  }

  @Override
  public String title() {
    return failed.scopeName()
        + ": too little data for "
        + failed.check().metric()
        + " in "
        + failed.where();
  }

  @Override
  public Severity severity() {
    return Severity.LOW;
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
    return failed.check().samples() > 0
        ? List.of()
        : List.of("Nothing of it was seen: the name may be wrong, or no user got so far");
  }

  @Override
  public List<String> fixes() {
    Check check = failed.check();
    if (check.kind() == Check.Kind.REGRESSION) {
      return List.of(
          "Calibrate: measure the environment's noise with eight runs of unchanged code or more",
          "Run longer, or on a quieter machine, or both builds in turns",
          "Add accepted runs to the history, or ask for a larger rise");
    }
    if (check.kind() == Check.Kind.DRIFT) {
      return List.of(
          "Run longer: twelve blocks after the first quarter, three hours of 15 minutes each",
          "See to it that each source of resources answers through the whole run",
          "In a rehearsal take less speedup, more rate, or longer blocks");
    }
    List<String> fixes = new ArrayList<>();
    Double limit = check.limit();
    long least =
        Arrays.stream(Metric.values())
            .filter(metric -> metric.key().equals(check.metric()))
            .map(metric -> new Slo(check.scope(), metric, limit == null ? 1 : limit))
            .mapToLong(Slo::leastValues)
            .findFirst()
            .orElse(1);
    if (check.samples() > 0 && least > check.samples()) {
      fixes.add(
          String.format(
              Locale.ROOT,
              "Run %.1f times as long, or at as many times the rate",
              Math.ceil(10.0 * least / check.samples()) / 10));
    } else {
      fixes.add("Run longer, or at a higher rate");
    }
    fixes.add(
        check.metric().equals(Metric.ERRORS.key())
            ? "Promise a larger share, or one of a wider scope"
            : "Promise a lower percentile, or one of a wider scope");
    return fixes;
  }
}
