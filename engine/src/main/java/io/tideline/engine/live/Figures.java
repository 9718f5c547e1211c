package io.tideline.engine.live;

import io.tideline.engine.plan.Slo.Metric;
import org.HdrHistogram.Histogram;

/** Requests of a scope that ended within an interval. Latencies are those of successful ones. */
public final class Figures {
  private static final double PERCENT = 100;

  private final Histogram latencies = SecondTally.empty();
  private long ok;
  private long ko;

  Figures() {}

  void add(SecondTally tally) {
    ok += tally.ok();
    ko += tally.ko();
    tally.addTo(latencies);
  }

  void succeeded(int millis) {
    ok++;
    latencies.recordValue(Math.min(Math.max(0, millis), latencies.getHighestTrackableValue()));
  }

  /** One of the successes counts with another latency from now on. */
  void moved(int fromMillis, long toMillis) {
    long longest = latencies.getHighestTrackableValue();
    long from = Math.min(Math.max(0, fromMillis), longest);
    if (latencies.getCountAtValue(from) > 0) {
      latencies.recordValueWithCount(from, -1);
      latencies.recordValue(Math.min(toMillis, longest));
    }
  }

  void failed() {
    ko++;
  }

  /** Successful requests. */
  public long ok() {
    return ok;
  }

  /** Failed requests, those that could not be sent included. */
  public long ko() {
    return ko;
  }

  /** Requests in all. */
  public long count() {
    return ok + ko;
  }

  /** Failed requests as a share of all, 0 to 1; NaN without requests. */
  public double errorShare() {
    return (double) ko / count();
  }

  /**
   * The latency in milliseconds that at least the share {@code quantile} of successful requests did
   * not exceed (nearest rank), within 0.1 %; NaN without successful requests.
   */
  public double quantile(double quantile) {
    return ok == 0 ? Double.NaN : latencies.getValueAtPercentile(quantile * PERCENT);
  }

  /** The value that an SLO limits, in its unit; NaN when there is none. */
  public double value(Metric metric) {
    return switch (metric) {
      case ERRORS -> errorShare();
      case MEAN -> ok == 0 ? Double.NaN : latencies.getMean();
      default -> quantile(metric.quantile());
    };
  }

  /** How many requests {@link #value} is made of. */
  public long countOf(Metric metric) {
    return metric == Metric.ERRORS ? count() : ok;
  }
}
