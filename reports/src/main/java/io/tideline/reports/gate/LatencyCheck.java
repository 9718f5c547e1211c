package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Sample;
import io.tideline.reports.stats.SampleSize;

/**
 * Whether a latency stays within its limit. It counts from the intended start: the time by which
 * the generator was late is time that a user would have waited.
 *
 * <p>Fewer successful requests than the percentile needs prove nothing, unless it is the target's
 * failures that took them away: a target that dies must fail, and not be let off for having
 * answered too little. Each failed request of the journey may have cost this request one success
 * (its own, or that of a later step which the user never reached), so failures explain the lack
 * when there are at least as many of them.
 */
final class LatencyCheck {
  private LatencyCheck() {}

  static Check of(Run run, Slo slo) {
    Sample sample = run.pool(slo.scope());
    Latencies latencies = sample.intendedLatencies();
    long least = slo.leastValues();
    if (latencies.count() < least && !isBrokenByFew(slo, latencies)) {
      return tooFew(run, slo, latencies, least);
    }
    double value = value(slo.metric(), latencies);
    Status status = value <= slo.limit() ? Status.PASS : Status.FAIL;
    return new SloAnswer(slo, "ms", value, latencies.count())
        .check(
            status,
            slo.metric().key()
                + " "
                + Figures.millis(value)
                + ", at most "
                + Figures.millis(slo.limit())
                + " promised ("
                + Figures.count(latencies.count(), "request")
                + lateness(value, value(slo.metric(), sample.okLatencies()))
                + ")");
  }

  /** A mean and a maximum are what they are of any number of values; that they hold is not. */
  private static boolean isBrokenByFew(Slo slo, Latencies latencies) {
    return latencies.count() >= SampleSize.least(slo.metric())
        && value(slo.metric(), latencies) > slo.limit();
  }

  /** Said where it makes a difference that some users started late. */
  private static String lateness(double intended, double measured) {
    return intended == measured
        ? ""
        : ", from their intended start; measured " + Figures.millis(measured);
  }

  private static Check tooFew(Run run, Slo slo, Latencies latencies, long least) {
    long count = latencies.count();
    Double value = count == 0 ? null : (Double) value(slo.metric(), latencies);
    SloAnswer answer = new SloAnswer(slo, "ms", value, count);
    Scope scope = slo.scope();
    long failures = run.pool(new Scope(scope.journey(), null, scope.phase())).ko();
    String figures =
        Figures.count(count, "successful request")
            + ", "
            + slo.metric().key()
            + " needs "
            + Figures.number(least);
    if (failures >= least - count) {
      return answer.check(
          Status.FAIL,
          figures + "; " + Figures.count(failures, "failed request") + " took the others");
    }
    return answer.check(
        Status.INSUFFICIENT,
        count == 0
            ? SloAnswer.NOT_SEEN
            : figures
                + "; run longer, "
                + (slo.metric() == Metric.MEAN || slo.metric() == Metric.MAX
                    ? "or at a higher rate"
                    : "at a higher rate, or promise a lower percentile"));
  }

  private static double value(Metric metric, Latencies latencies) {
    return metric == Metric.MEAN ? latencies.mean() : latencies.at(metric.quantile());
  }
}
