package io.tideline.engine.metrics;

import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import java.util.List;
import java.util.TreeSet;

/**
 * Upper bounds of a response time's histogram, in seconds: a ladder of 1, 2.5 and 5 that suits any
 * service, and each limit of an SLO, so that what it promises can be counted without error.
 */
final class Buckets {
  private static final List<Double> LADDER =
      List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 15.0, 30.0);
  private static final double MILLIS = 1_000;

  private Buckets() {}

  static double[] of(List<Slo> slos) {
    TreeSet<Double> bounds = new TreeSet<>(LADDER);
    slos.stream()
        .filter(slo -> slo.metric() != Metric.ERRORS)
        .forEach(slo -> bounds.add(slo.limit() / MILLIS));
    return bounds.stream().mapToDouble(bound -> bound).toArray();
  }
}
