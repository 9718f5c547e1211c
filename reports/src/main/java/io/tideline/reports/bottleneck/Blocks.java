package io.tideline.reports.bottleneck;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.ResourceRow;
import io.tideline.reports.stats.Resources;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Sample;
import io.tideline.reports.stats.TimeLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phase cut into equal blocks, each with a response time and with what was consumed meanwhile.
 * They are as short as the intervals in which resources were read, unless that makes too many of
 * them or leaves too few requests in each.
 */
final class Blocks {
  private static final int MOST = 96;
  private static final int FEWEST_REQUESTS = 20;
  private static final double MEDIAN = 0.5;

  private final Resources resources;
  private final int first;
  private final int width;
  private final double[] times;
  private final double[] loads;
  private final Metric metric;

  private Blocks(Resources resources, int first, int width, Measured measured) {
    this.resources = resources;
    this.first = first;
    this.width = width;
    this.times = measured.times();
    this.loads = measured.loads();
    this.metric = measured.metric();
  }

  private record Measured(double[] times, double[] loads, Metric metric) {}

  /** The blocks of a phase that lie wholly in it. */
  static Blocks of(Run run, Resources resources, PhaseRow phase) {
    int seconds = resources.intervalSeconds();
    int from = (int) Math.ceil(phase.startSeconds() / seconds);
    int to = (int) Math.floor((phase.startSeconds() + phase.durationSeconds()) / seconds);
    int intervals = Math.max(0, to - from);
    Sample sample = run.pool(new Scope(null, null, phase.name()));
    long requests = sample.requests() - sample.ko();
    double each = intervals == 0 ? 0 : (double) requests / intervals;
    int forCount = (int) Math.ceil((double) intervals / MOST);
    int forRequests = each == 0 ? 1 : (int) Math.ceil(FEWEST_REQUESTS / each);
    int width = Math.max(1, Math.max(forCount, forRequests));
    Metric metric = each * width >= Metric.P95.leastValues() ? Metric.P95 : Metric.P50;
    return new Blocks(
        resources,
        from,
        width,
        measured(run.timeLine(), new Cut(from, width, intervals / width), seconds, metric));
  }

  private record Cut(int from, int width, int count) {}

  private static Measured measured(TimeLine line, Cut cut, int seconds, Metric metric) {
    double[] times = new double[cut.count()];
    double[] loads = new double[cut.count()];
    for (int i = 0; i < cut.count(); i++) {
      int begin = line.from((double) (cut.from() + i * cut.width()) * seconds);
      int end = line.from((double) (cut.from() + (i + 1) * cut.width()) * seconds);
      Latencies latencies = line.latencies(Scope.EVERYTHING, begin, end);
      boolean few = latencies.count() < FEWEST_REQUESTS / 2;
      times[i] =
          few ? Double.NaN : latencies.at(metric == Metric.P95 ? Metric.P95.quantile() : MEDIAN);
      long all = latencies.count() + line.failures(Scope.EVERYTHING, begin, end);
      loads[i] = (double) all / (cut.width() * seconds);
    }
    return new Measured(times, loads, metric);
  }

  int count() {
    return times.length;
  }

  /** Which response time. */
  Metric metric() {
    return metric;
  }

  /** Milliseconds; NaN in a block with too few requests. */
  double[] times() {
    return times.clone();
  }

  /** Requests per second. */
  double[] loads() {
    return loads.clone();
  }

  /** When a block begins, in seconds since the run's first instant. */
  double startSeconds(int block) {
    return (double) (first + block * width) * resources.intervalSeconds();
  }

  /** Mean of a column of a resource in each block; NaN in a gap. */
  double[] means(List<@Nullable Double> column) {
    double[] means = new double[count()];
    for (int i = 0; i < means.length; i++) {
      double sum = 0;
      int known = 0;
      for (int j = first + i * width; j < first + (i + 1) * width && j < column.size(); j++) {
        Double value = column.get(j);
        if (value != null) {
          sum += value;
          known++;
        }
      }
      means[i] = known == 0 ? Double.NaN : sum / known;
    }
    return means;
  }

  double[] means(ResourceRow row) {
    return means(row.means());
  }
}
