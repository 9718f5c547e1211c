package io.tideline.engine.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * How late users started. Counted on the event loops that start them, so it does no more than two
 * additions that never wait for one another. May be used by several threads.
 */
final class LagHistogram implements Collector {
  static final String NAME = "tideline_injection_lag_seconds";
  private static final double NANOS = 1e9;
  private static final double[] BOUNDS = {
    0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1
  };

  private final Labels labels;
  private final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
  private final LongAdder sumNanos = new LongAdder();

  LagHistogram(Labels labels) {
    this.labels = labels;
    Arrays.setAll(counts, i -> new LongAdder());
  }

  void started(long lagNanos) {
    long lag = Math.max(0, lagNanos);
    counts[bucket(lag / NANOS)].increment();
    sumNanos.add(lag);
  }

  private static int bucket(double seconds) {
    int bucket = 0;
    while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) {
      bucket++;
    }
    return bucket;
  }

  @Override
  public MetricSnapshot collect() {
    ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
    for (int i = 0; i < counts.length; i++) {
      buckets.bucket(i < BOUNDS.length ? BOUNDS[i] : Double.POSITIVE_INFINITY, counts[i].sum());
    }
    return HistogramSnapshot.builder()
        .name(NAME)
        .unit(Unit.SECONDS)
        .help("From the instant at which a user was due to its start")
        .dataPoint(
            HistogramDataPointSnapshot.builder()
                .labels(labels)
                .classicHistogramBuckets(buckets.build())
                .sum(sumNanos.sum() / NANOS)
                .build())
        .build();
  }

  @Override
  public @Nullable String getPrometheusName() {
    return NAME;
  }
}
