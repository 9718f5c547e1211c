package io.tideline.reports.page;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.TimeLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one scope over time, thinned for a chart: intervals of the time line are joined
 * until there are few enough of them, and until most hold enough requests for a p99. Histograms are
 * joined, never percentiles.
 *
 * @param joined how many intervals of the time line make one point
 * @param points in order
 */
record Course(int joined, List<Point> points) {
  private static final int FEW_POINTS = 40;
  private static final double ENOUGH = 100;

  /**
   * What ended in a stretch of time.
   *
   * @param ok requests that succeeded, a second
   * @param ko requests that failed, a second
   * @param p50 percentiles of those that succeeded; null where there are fewer than 1 / (1 - q)
   * @param bins those that succeeded by {@link LatencyBins}
   */
  record Point(
      double ok,
      double ko,
      @Nullable Long p50,
      @Nullable Long p95,
      @Nullable Long p99,
      long[] bins) {}

  /**
   * The course of {@code scope}.
   *
   * @param most points at most
   */
  static Course of(Run run, Scope scope, int most) {
    TimeLine line = run.timeLine();
    int intervals = line.moments().size();
    int joined = Math.max(1, (intervals + most - 1) / most);
    double perInterval = (double) run.pool(scope).ok() / intervals;
    while (perInterval * joined < ENOUGH && intervals / (joined + 1) >= FEW_POINTS) {
      joined++;
    }
    List<Point> points = new ArrayList<>();
    for (int from = 0; from < intervals; from += joined) {
      points.add(point(run, scope, from, Math.min(intervals, from + joined)));
    }
    return new Course(joined, points);
  }

  private static Point point(Run run, Scope scope, int from, int to) {
    TimeLine line = run.timeLine();
    Latencies latencies = line.latencies(scope, from, to);
    double seconds = lasted(run, from, to);
    return new Point(
        latencies.count() / seconds,
        line.failures(scope, from, to) / seconds,
        at(latencies, 0.5),
        at(latencies, 0.95),
        at(latencies, 0.99),
        LatencyBins.counts(latencies));
  }

  /** How much of these intervals the run went through, for it may end within the last. */
  private static double lasted(Run run, int from, int to) {
    int length = run.timeLine().intervalSeconds();
    double whole = (double) (to - from) * length;
    double reached = run.info().durationSeconds() - (double) from * length;
    return reached <= 0 ? whole : Math.min(whole, reached);
  }

  private static @Nullable Long at(Latencies latencies, double quantile) {
    return latencies.count() * (1 - quantile) < 1 - 1e-9 ? null : (Long) latencies.at(quantile);
  }
}
