package io.tideline.reports.soak;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.TimeLine;
import org.jspecify.annotations.Nullable;

/**
 * The logarithm of a percentile of response times, block by block. A block that a masked window
 * touches does not count.
 *
 * <pre>
 *   a time of v ms lies between v - w and v, where w is how far such times are told apart; within
 *   equal times the percentile is found by its rank, so that it moves by less than a millisecond
 * </pre>
 */
final class RequestSeries implements Cutter.Series {
  private static final double LEAST_TIME = 0.5;
  private static final double TOLD_APART = 1_024;

  private final TimeLine line;
  private final Scope scope;
  private final Percentile percentile;
  private final PlanHours hours;

  /** Which percentile, and of how few requests it is none. */
  enum Percentile {
    /** The median. */
    P50("p50", 0.5, 20),
    /** The tail. */
    P99("p99", 0.99, 100);

    private final String key;
    private final double quantile;
    private final int least;

    Percentile(String key, double quantile, int least) {
      this.key = key;
      this.quantile = quantile;
      this.least = least;
    }

    String key() {
      return key;
    }
  }

  RequestSeries(TimeLine line, Scope scope, Percentile percentile, PlanHours hours) {
    this.line = line;
    this.scope = scope;
    this.percentile = percentile;
    this.hours = hours;
  }

  @Override
  public @Nullable Double value(double fromSeconds, double toSeconds) {
    if (hours.isMasked(fromSeconds, toSeconds)) {
      return null;
    }
    Latencies times = line.latencies(scope, line.from(fromSeconds), line.from(toSeconds));
    return times.count() < percentile.least
        ? null
        : (Double) Math.log(Math.max(LEAST_TIME, between(times, percentile.quantile)));
  }

  /** The percentile, between whole milliseconds. */
  private static double between(Latencies times, double quantile) {
    double rank = quantile * times.count();
    double[] below = {0};
    double[] found = {Double.NaN};
    times.each(
        (value, count) -> {
          boolean here = Double.isNaN(found[0]) && below[0] + count >= rank;
          if (here) {
            double width = Math.max(1, value / TOLD_APART);
            found[0] = value - width * (1 - (rank - below[0]) / count);
          }
          below[0] += count;
        });
    return found[0];
  }

  @Override
  public String need() {
    return percentile.least + " requests or more";
  }
}
