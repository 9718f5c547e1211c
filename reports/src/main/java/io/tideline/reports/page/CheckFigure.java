package io.tideline.reports.page;

import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Check;
import io.tideline.reports.stats.Run;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figure that a check is about, as another run has it. */
final class CheckFigure {
  private CheckFigure() {}

  /** Null when the check is about nothing that is measured of requests, or too few were made. */
  static @Nullable Double of(Check check, Run run) {
    return Stream.of(Metric.values())
        .filter(metric -> metric.key().equals(check.metric()))
        .findFirst()
        .map(metric -> Changes.value(run.pool(check.scope()), metric))
        .orElse(null);
  }
}
