package io.tideline.engine.live;

/**
 * A stretch of a run's course.
 *
 * @param atSeconds its end, in seconds since the run's first instant
 * @param seconds its length
 * @param planned new users per second that were due; NaN when there is no plan
 * @param started new users per second that came
 * @param active users under way at its end; of merged points the most
 * @param requests requests per second that ended
 * @param errors failed requests per second
 * @param times percentiles of the successful requests of the ten seconds before its end; of merged
 *     points the largest
 */
public record LivePoint(
    double atSeconds,
    double seconds,
    double planned,
    double started,
    double active,
    double requests,
    double errors,
    Times times) {

  /**
   * Percentiles in milliseconds; NaN without requests.
   *
   * @param p50 the median
   * @param p95 the 95th percentile
   * @param p99 the 99th percentile
   */
  public record Times(double p50, double p95, double p99) {
    static Times of(Figures figures) {
      return new Times(figures.quantile(0.5), figures.quantile(0.95), figures.quantile(0.99));
    }

    private Times worse(Times other) {
      return new Times(larger(p50, other.p50), larger(p95, other.p95), larger(p99, other.p99));
    }

    private static double larger(double one, double other) {
      return Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.max(one, other);
    }
  }

  /** This point and the one after it as one. */
  LivePoint with(LivePoint next) {
    double all = seconds + next.seconds;
    return new LivePoint(
        next.atSeconds,
        all,
        (planned * seconds + next.planned * next.seconds) / all,
        (started * seconds + next.started * next.seconds) / all,
        Math.max(active, next.active),
        (requests * seconds + next.requests * next.seconds) / all,
        (errors * seconds + next.errors * next.seconds) / all,
        times.worse(next.times));
  }
}
