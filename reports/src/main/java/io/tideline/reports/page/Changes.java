package io.tideline.reports.page;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a run's requests differ from those of earlier runs. What earlier runs had is the geometric
 * mean of theirs, of error shares the arithmetic one.
 */
final class Changes {
  static final List<Metric> LATENCIES = List.of(Metric.P50, Metric.P95, Metric.P99);

  private Changes() {}

  /** The largest change of each request's percentiles, the largest of all first. */
  static List<Change> largest(Run run, List<Run> earlier) {
    return RequestScopes.of(run).stream()
        .map(scope -> largest(scope, run, earlier))
        .filter(Objects::nonNull)
        .sorted(Comparator.comparingDouble(Change::size).reversed())
        .toList();
  }

  private static @Nullable Change largest(Scope scope, Run run, List<Run> earlier) {
    return LATENCIES.stream()
        .map(metric -> of(scope, metric, run, earlier))
        .filter(change -> change.ratio() != null)
        .max(Comparator.comparingDouble(Change::size))
        .orElse(null);
  }

  /** The change of one figure. */
  static Change of(Scope scope, Metric metric, Run run, List<Run> earlier) {
    List<Double> values = new ArrayList<>();
    for (Run each : earlier) {
      Double value = value(each.pool(scope), metric);
      if (value != null) {
        values.add(value);
      }
    }
    Double now = value(run.pool(scope), metric);
    if (values.isEmpty()) {
      return new Change(scope, metric, null, now, null, null);
    }
    DoubleSummaryStatistics range = values.stream().mapToDouble(x -> x).summaryStatistics();
    return new Change(scope, metric, typical(values), now, range.getMin(), range.getMax());
  }

  /** Null when there were too few requests for it. */
  static @Nullable Double value(Sample sample, Metric metric) {
    if (metric == Metric.ERRORS) {
      return sample.requests() == 0 ? null : (Double) sample.errorShare();
    }
    Latencies latencies = sample.intendedLatencies();
    if (latencies.count() < metric.leastValues()) {
      return null;
    }
    return metric == Metric.MEAN
        ? (Double) latencies.mean()
        : (Double) (double) latencies.at(metric.quantile());
  }

  private static double typical(List<Double> values) {
    boolean logs = values.stream().allMatch(value -> value > 0);
    double mean =
        values.stream().mapToDouble(value -> logs ? Math.log(value) : value).average().orElse(0);
    return logs ? Math.exp(mean) : mean;
  }
}
