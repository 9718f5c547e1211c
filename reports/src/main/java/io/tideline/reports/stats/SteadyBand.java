package io.tideline.reports.stats;

import io.tideline.engine.plan.Resilience.Steady;
import io.tideline.engine.plan.Scope;

/**
 * What an interval of the time line looks like while the target is well, by the worst of the
 * intervals before the first fault, and a tolerance:
 *
 * <pre>
 * errors  &lt;= max(errors before) + steady.errors
 * p95     &lt;= max(p95 before) * steady.latency
 * ok      &gt;= min(ok before) * steady.rate
 * </pre>
 *
 * The tolerance is wide since an interval is short: of one second and 50 requests, p95 is the third
 * longest of them. What is looked for is an outage, not a slow-down of some percent.
 *
 * @param errors largest share of failed requests, 0 to 1
 * @param p95Millis largest 95th percentile of successful requests
 * @param ok fewest successful requests in an interval
 */
public record SteadyBand(double errors, double p95Millis, double ok) {
  private static final double P95 = 0.95;

  /** The band of the intervals of {@code before}, which has at least one. */
  static SteadyBand of(FaultWindow before, Steady steady) {
    double errors = 0;
    double p95 = 0;
    double ok = Double.MAX_VALUE;
    for (int i = before.from(); i < before.to(); i++) {
      Latencies times = before.line().latencies(Scope.EVERYTHING, i, i + 1);
      errors = Math.max(errors, errorShare(before.line(), i, times.count()));
      p95 = Math.max(p95, times.at(P95));
      ok = Math.min(ok, times.count());
    }
    return new SteadyBand(
        Math.min(1, errors + steady.errors()), p95 * steady.latency(), ok * steady.rate());
  }

  /** Whether an interval lies within. */
  boolean holds(TimeLine line, int interval) {
    Latencies times = line.latencies(Scope.EVERYTHING, interval, interval + 1);
    return times.count() >= ok
        && times.at(P95) <= p95Millis
        && errorShare(line, interval, times.count()) <= errors;
  }

  private static double errorShare(TimeLine line, int interval, long ok) {
    long failed = line.failures(Scope.EVERYTHING, interval, interval + 1);
    return failed == 0 ? 0 : (double) failed / (failed + ok);
  }
}
