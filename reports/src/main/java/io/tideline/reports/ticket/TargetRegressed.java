package io.tideline.reports.ticket;

import io.tideline.reports.band.Comparison;
import io.tideline.reports.band.Comparison.Anchor;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.CheckFigures;
import io.tideline.reports.gate.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A figure has become worse than in earlier runs, and fresh runs confirm it. */
record TargetRegressed(FailedCheck failed) implements Finding {

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

  /** By how many times worse it is, whichever way worse is. */
  @Override
  public Severity severity() {
    Comparison comparison = failed.check().comparison();
    Double ratio = comparison == null ? null : comparison.ratio();
    if (ratio == null || ratio <= 0) {
      return Severity.MEDIUM;
    }
    return Severity.ofMiss(Math.max(ratio, 1 / ratio));
  }

  /** It was seen in several runs already. */
  @Override
  public Sureness sureness() {
    return Sureness.SURE;
  }

  @Override
  public List<String> evidence() {
    Comparison comparison = failed.check().comparison();
    if (comparison == null) {
      return List.of();
    }
    List<String> facts = new ArrayList<>();
    facts.add("Earlier runs, the oldest first: " + figures(comparison.earlier()));
    facts.add("Fresh runs that confirm it: " + figures(comparison.confirming()));
    Anchor anchor = comparison.anchor();
    if (anchor != null) {
      facts.add("Runs of the anchor: " + figures(anchor.values()));
    }
    facts.add(
        "Runs of unchanged code are as bad in "
            + Figures.share(comparison.chance())
            + " of cases; the environment's noise is "
            + (comparison.calibrated() ? "calibrated" : "a guess"));
    return facts;
  }

  @Override
  public List<String> suspicions() {
    String sentence = failed.check().sentence();
    int carried = sentence.lastIndexOf("; carried by ");
    return carried < 0 ? List.of() : List.of("It is " + sentence.substring(carried + 2));
  }

  @Override
  public List<String> fixes() {
    return List.of(
        "Look at what was deployed or configured between the last of the earlier runs and this one",
        "Run both builds in turns on the same machine, and compare traces of the request that"
            + " carries it",
        "If it is meant and worth it, say so: a new epoch of the history begins with this run");
  }

  private String figures(List<Double> values) {
    Check check = failed.check();
    return values.stream()
        .map(value -> CheckFigures.figure(value, check.unit()))
        .collect(Collectors.joining(", "));
  }
}
