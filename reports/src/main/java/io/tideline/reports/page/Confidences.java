package io.tideline.reports.page;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.stats.PercentileInterval;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The 95 % intervals of a run's percentiles, each worked out once: they take all of the time line's
 * histograms.
 */
final class Confidences {
  private final Run run;
  private final List<PhaseRow> measured;
  private final Map<Scope, List<PercentileInterval>> known = new HashMap<>();

  Confidences(Run run) {
    this.run = run;
    this.measured = run.phases().stream().filter(phase -> !phase.warmUp()).toList();
  }

  /** One for each of {@link Percentile#ALL}. */
  List<PercentileInterval> of(Scope scope) {
    return known.computeIfAbsent(
        isAllThatIsMeasured(scope) ? RequestScopes.in(scope, null) : scope,
        each -> run.intervals(each, Percentile.ALL.stream().map(Metric::quantile).toList()));
  }

  /** The only phase that is measured holds what all of them together hold. */
  private boolean isAllThatIsMeasured(Scope scope) {
    return measured.size() == 1 && measured.get(0).name().equals(scope.phase());
  }
}
