package io.tideline.reports.gate;

import io.tideline.engine.pilot.CapacityRecord;
import io.tideline.engine.pilot.CapacityRecord.EstimateRecord;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.band.Errors;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Sample;
import io.tideline.reports.stats.SampleSize;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A run with the figures that it is compared by, each worked out once. */
final class MeasuredRun {
  private final Run run;
  private final Map<Scope, Sample> pools = new HashMap<>();
  private final Map<Scope, Distribution> distributions = new HashMap<>();

  MeasuredRun(Run run) {
    this.run = run;
  }

  static List<MeasuredRun> all(List<Run> runs) {
    return runs.stream().map(MeasuredRun::new).toList();
  }

  Run run() {
    return run;
  }

  Sample pool(Scope scope) {
    return pools.computeIfAbsent(scope, run::pool);
  }

  /** Times of successful requests, from their intended start. */
  Distribution times(Scope scope) {
    return distributions.computeIfAbsent(
        scope, each -> new Distribution(pool(each).intendedLatencies()));
  }

  /** Each request outside the warm-up, in the order of the run. */
  Set<Scope> requests() {
    Set<Scope> scopes = new LinkedHashSet<>();
    run.requests().forEach(row -> scopes.add(new Scope(row.journey(), row.name(), null)));
    scopes.removeIf(scope -> pool(scope).requests() == 0);
    return scopes;
  }

  /** The value of a gauge that is no share; null when there is too little to tell. */
  @Nullable Double value(Gauge gauge) {
    Scope scope = gauge.scope();
    return switch (gauge.figure()) {
      case P50 -> percentile(scope, Metric.P50);
      case P95 -> percentile(scope, Metric.P95);
      case P99 -> percentile(scope, Metric.P99);
      case MEAN -> times(scope).count() == 0 ? null : (Double) times(scope).mean();
      case THROUGHPUT -> throughput(scope);
      case LIMIT -> limit();
      case ERRORS -> throw new IllegalArgumentException("errors are counts, not a value");
    };
  }

  /** Failures and requests; null when there was no request. */
  @Nullable Errors errors(Scope scope) {
    Sample sample = pool(scope);
    return sample.requests() == 0 ? null : new Errors(sample.ko(), sample.requests());
  }

  /** How many values a gauge is made of. */
  long samples(Gauge gauge) {
    CapacityRecord capacity = run.capacity();
    return switch (gauge.figure()) {
      case LIMIT -> capacity == null ? 0 : capacity.steps().size();
      case ERRORS -> pool(gauge.scope()).requests();
      default -> times(gauge.scope()).count();
    };
  }

  private @Nullable Double percentile(Scope scope, Metric metric) {
    Distribution times = times(scope);
    boolean enough = times.count() >= SampleSize.least(metric);
    return enough ? (Double) times.at(metric.quantile()) : null;
  }

  private @Nullable Double throughput(Scope scope) {
    double rate = pool(scope).ok() / run.seconds(scope);
    return rate > 0 && rate < Double.POSITIVE_INFINITY ? rate : null;
  }

  private @Nullable Double limit() {
    CapacityRecord capacity = run.capacity();
    EstimateRecord estimate = capacity == null ? null : capacity.estimate();
    return estimate == null || !(estimate.limit() > 0) ? null : estimate.limit();
  }
}
