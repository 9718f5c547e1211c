package io.tideline.reports.ticket;

import io.tideline.reports.band.Comparison;
import io.tideline.reports.gate.CheckFigures;
import java.util.List;
import java.util.Locale;

/** Metrics are beyond their bands, and no confirmation runs were made: perhaps it is slower. */
record Suspected(FailedCheck failed) implements Finding {
  private static final double PERCENT = 100;

  @Override
  public String kind() {
    return "suspicion";
  }

  @Override
  public String title() {
    return "Unconfirmed suspicion of a regression in " + failed.where();
  }

  /** Until it is confirmed it is nobody's fault. */
  @Override
  public Severity severity() {
    return Severity.LOW;
  }

  @Override
  public Sureness sureness() {
    return Sureness.DOUBTFUL;
  }

  @Override
  public List<String> evidence() {
    Comparison comparison = failed.check().comparison();
    if (comparison == null) {
      return List.of();
    }
    Double ratio = comparison.ratio();
    String unit = failed.check().unit();
    return List.of(
        String.format(
            Locale.ROOT,
            "%s, %s: %s, expected from %s: %s; their band ends at %s%s",
            failed.scopeName(),
            failed.check().metric(),
            CheckFigures.figure(comparison.value(), unit),
            comparison.base(),
            CheckFigures.figure(comparison.expected(), unit),
            CheckFigures.figure(failed.check().limit(), unit),
            ratio == null ? "" : String.format(Locale.ROOT, " (%+.0f %%)", PERCENT * (ratio - 1))),
        "The environment's noise was "
            + (comparison.calibrated() ? "measured" : "not measured: 10 % were assumed"));
  }

  @Override
  public List<String> suspicions() {
    return List.of();
  }

  @Override
  public List<String> fixes() {
    return List.of(
        "Confirm it: make the run again with -Dconfirm=4, or judge it beside runs of the same build"
            + " with tideline.jar gate RUN --history DIR --confirm RUN --confirm RUN",
        "Calibrate if the noise was assumed: tideline.jar calibrate RUN... --history DIR");
  }
}
