package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.Slo.Metric;
import java.util.List;

/** The fields of a {@link Sample} in a row of {@code run.json}. */
final class SampleJson {
  private static final List<Metric> PERCENTILES =
      List.of(Metric.P50, Metric.P75, Metric.P90, Metric.P95, Metric.P99, Metric.P999);

  private SampleJson() {}

  static void put(Sample sample, double seconds, ObjectNode json) {
    json.put("ok", sample.ok());
    json.put("ko", sample.ko());
    json.put("unsent", sample.unsent());
    json.put("ratePerSecond", JsonText.rounded(seconds > 0 ? sample.requests() / seconds : 0));
    putLatencies(sample.okLatencies(), json, "latencyMillis");
    putInsufficient(sample.okLatencies(), json);
    putLatencies(sample.koLatencies(), json, "koLatencyMillis");
    json.put("histogram", sample.okLatencies().encoded());
    json.put("koHistogram", sample.koLatencies().encoded());
  }

  private static void putLatencies(Latencies latencies, ObjectNode row, String field) {
    if (latencies.count() == 0) {
      row.putNull(field);
      return;
    }
    ObjectNode json = row.putObject(field);
    for (Metric percentile : PERCENTILES) {
      json.put(percentile.key(), latencies.at(percentile.quantile()));
    }
    json.put("max", latencies.max());
    json.put("mean", JsonText.rounded(latencies.mean()));
  }

  /** Percentiles that are written, but of fewer values than it takes to tell them. */
  private static void putInsufficient(Latencies latencies, ObjectNode row) {
    ArrayNode names = row.putArray("insufficient");
    for (Metric percentile : PERCENTILES) {
      if (latencies.count() < SampleSize.least(percentile)) {
        names.add(percentile.key());
      }
    }
  }
}
