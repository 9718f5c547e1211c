package io.tideline.reports.ticket;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.band.Comparison;
import io.tideline.reports.gate.CheckFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A figure has become worse than in the accepted runs of the past, and fresh runs confirm it. */
record BecameSlower(FailedCheck failed) implements Finding {
  private static final double PERCENT = 100;
  private static final int MOST_PARTS = 8;

  @Override
  public String kind() {
    return "regression";
  }

  @Override
  public String title() {
    return failed.scopeName()
        + ": "
        + failed.check().metric()
        + " worse than in earlier runs of "
        + failed.where();
  }

  @Override
  public Severity severity() {
    Double ratio = ratio();
    if (ratio == null || ratio <= 0) {
      return Severity.MEDIUM;
    }
    return Severity.ofMiss(Math.max(ratio, 1 / ratio));
  }

  /** Fresh runs were made, and they agree. */
  @Override
  public Sureness sureness() {
    return Sureness.SURE;
  }

  @Override
  public List<String> evidence() {
    List<String> facts = new ArrayList<>();
    Comparison comparison = failed.check().comparison();
    if (comparison == null) {
      return facts;
    }
    facts.add(
        String.format(
            Locale.ROOT,
            "Expected from %s: %s; their band ends at %s",
            comparison.base(),
            figure(comparison.expected()),
            CheckFigures.figure(failed.check().limit(), failed.check().unit())));
    facts.add("Earlier runs, the oldest first: " + figures(comparison.earlier()));
    facts.add("Fresh runs that confirm it: " + figures(comparison.confirming()));
    facts.add(
        "The environment's noise was "
            + (comparison.calibrated() ? "measured" : "not measured: 10 % were assumed"));
    boolean many = !RequestFigures.isOneRequest(failed.run(), failed.scope());
    if (many) {
      facts.addAll(
          RequestFigures.byRequest(failed.run(), failed.scope(), Metric.P95).sentences(MOST_PARTS));
    }
    return facts;
  }

  @Override
  public List<String> suspicions() {
    Double ratio = ratio();
    Scope scope = failed.scope();
    if (ratio == null) {
      return List.of();
    }
    String change = String.format(Locale.ROOT, "%+.0f %%", PERCENT * (ratio - 1));
    return List.of(
        scope.request() == null
            ? change + " over many requests: see which of them carry it in the report's table"
            : change + " in one request: what changed in its code, its queries or what it calls");
  }

  @Override
  public List<String> fixes() {
    return List.of(
        "Look at what was deployed or configured since the last accepted run",
        "Run the last accepted build and this one in turns on one host (-Dpaired), which tells a"
            + " slower build from a slower machine",
        "If the change is wanted, accept it: tideline.jar history epoch RUN --reason TEXT");
  }

  private @Nullable Double ratio() {
    Comparison comparison = failed.check().comparison();
    return comparison == null ? null : comparison.ratio();
  }

  private String figures(List<Double> values) {
    return values.stream().map(this::figure).collect(Collectors.joining(", "));
  }

  private String figure(double value) {
    return CheckFigures.figure(value, failed.check().unit());
  }
}
