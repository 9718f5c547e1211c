package io.tideline.reports.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Sample;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/**
 * The summary of all requests as Gatling wrote it to {@code js/global_stats.json} up to 3.13.4 (its
 * class {@code GlobalStatsJsonTemplate}), for tools that look for it. The fields are Gatling's, and
 * so are the percentiles and the bounds of the groups, by its defaults. The warm-up is left out, as
 * in all figures of a verdict; requests that could not be sent count as failed. Where there is no
 * value there is a 0, as in Gatling's.
 */
final class GlobalStats {
  private static final double[] PERCENTILES = {0.5, 0.75, 0.95, 0.99};
  private static final long LOWER_BOUND = 800;
  private static final long HIGHER_BOUND = 1_200;
  private static final double PERCENT = 100;

  private final Sample sample;
  private final double seconds;
  private final Latencies all;
  private final ObjectNode json = JsonText.object();

  private GlobalStats(Sample sample, double seconds) {
    this.sample = sample;
    this.seconds = seconds;
    this.all = sample.okLatencies().with(sample.koLatencies());
  }

  static String text(Run run) {
    Sample sample = run.pool(Scope.EVERYTHING);
    return JsonText.of(new GlobalStats(sample, run.seconds(Scope.EVERYTHING)).json());
  }

  private ObjectNode json() {
    json.put("name", "All Requests");
    json.putObject("numberOfRequests")
        .put("total", sample.requests())
        .put("ok", sample.ok())
        .put("ko", sample.ko());
    times("minResponseTime", Latencies::min);
    times("maxResponseTime", Latencies::max);
    times("meanResponseTime", latencies -> Math.round(latencies.mean()));
    times("standardDeviation", latencies -> Math.round(latencies.standardDeviation()));
    for (int i = 0; i < PERCENTILES.length; i++) {
      double quantile = PERCENTILES[i];
      times("percentiles" + (i + 1), latencies -> latencies.at(quantile));
    }
    groups();
    json.putObject("meanNumberOfRequestsPerSecond")
        .put("total", perSecond(sample.requests()))
        .put("ok", perSecond(sample.ok()))
        .put("ko", perSecond(sample.ko()));
    return json;
  }

  private void times(String field, ToLongFunction<Latencies> figure) {
    json.putObject(field)
        .put("total", figure.applyAsLong(all))
        .put("ok", figure.applyAsLong(sample.okLatencies()))
        .put("ko", figure.applyAsLong(sample.koLatencies()));
  }

  private void groups() {
    long low = successesFrom(0, LOWER_BOUND);
    long middle = successesFrom(LOWER_BOUND, HIGHER_BOUND);
    String between = " ms <= t < ";
    String lower = "t < " + LOWER_BOUND + " ms";
    String higher = "t >= " + HIGHER_BOUND + " ms";
    group(1, lower, lower, low);
    group(
        2,
        LOWER_BOUND + between + HIGHER_BOUND + " ms",
        "t >= " + LOWER_BOUND + " ms <br> t < " + HIGHER_BOUND + " ms",
        middle);
    group(3, higher, higher, sample.ok() - low - middle);
    group(4, "failed", "failed", sample.ko());
  }

  private void group(int number, String name, String htmlName, long count) {
    double share = sample.requests() == 0 ? 0 : (double) count / sample.requests();
    json.putObject("group" + number)
        .put("name", name)
        .put("htmlName", htmlName)
        .put("count", count)
        .put("percentage", share * PERCENT);
  }

  private long successesFrom(long from, long below) {
    AtomicLong sum = new AtomicLong();
    sample
        .okLatencies()
        .each(
            (millis, count) -> {
              if (millis >= from && millis < below) {
                sum.addAndGet(count);
              }
            });
    return sum.get();
  }

  private double perSecond(long count) {
    return seconds > 0 ? count / seconds : 0;
  }
}
