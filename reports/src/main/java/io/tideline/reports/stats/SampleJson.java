package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import java.util.List;

/** The fields of a {@link Sample} in a row of {@code run.json}. */
final class SampleJson {
  private static final List<Metric> PERCENTILES =
      List.of(Metric.P50, Metric.P75, Metric.P90, Metric.P95, Metric.P99, Metric.P999);

  private static final List<Metric> WITH_CONFIDENCE = List.of(Metric.P50, Metric.P95, Metric.P99);

  private SampleJson() {}

  static void put(Sample sample, double seconds, ObjectNode json) {
    json.put("ok", sample.ok());
    json.put("ko", sample.ko());
    json.put("unsent", sample.unsent());
    json.put("ratePerSecond", JsonText.rounded(seconds > 0 ? sample.requests() / seconds : 0));
    putLatencies(sample.okLatencies(), json, "latencyMillis");
    putInsufficient(sample.okLatencies(), json);
    putLatencies(sample.koLatencies(), json, "koLatencyMillis");
    Latencies intended = sample.hasLateUsers() ? sample.intendedLatencies() : new Latencies();
    putLatencies(intended, json, "intendedLatencyMillis");
    json.put("histogram", sample.okLatencies().encoded());
    json.put("koHistogram", sample.koLatencies().encoded());
    json.put("intendedHistogram", intended.encoded());
  }

  /** The 95 % intervals of the percentiles that are worth one, and why one is not there. */
  static void putConfidence(Run run, Scope scope, ObjectNode json) {
    List<PercentileInterval> known =
        run.intervals(scope, WITH_CONFIDENCE.stream().map(Metric::quantile).toList());
    ObjectNode intervals = json.putObject("confidenceMillis");
    ObjectNode reasons = json.putObject("noConfidence");
    for (int i = 0; i < WITH_CONFIDENCE.size(); i++) {
      String name = WITH_CONFIDENCE.get(i).key();
      known.get(i).missing().ifPresent(missing -> reasons.put(name, missing.key()));
      known
          .get(i)
          .confidence()
          .ifPresent(
              interval ->
                  intervals
                      .putObject(name)
                      .put("low", JsonText.rounded(interval.low()))
                      .put("high", JsonText.rounded(interval.high())));
    }
  }

  static Sample read(JsonNode json) {
    Latencies ok = latencies(json, "histogram", "latencyMillis");
    Latencies failed = latencies(json, "koHistogram", "koLatencyMillis");
    Latencies intended = latencies(json, "intendedHistogram", "intendedLatencyMillis");
    long unsent = JsonFields.count(json, "unsent");
    return Sample.of(ok, failed, unsent, intended.count() == 0 ? null : intended);
  }

  private static Latencies latencies(JsonNode json, String histogram, String figures) {
    JsonNode text = json.required(histogram);
    return text.isNull()
        ? new Latencies()
        : Latencies.decoded(
            JsonFields.text(json, histogram), JsonFields.count(json.required(figures), "max"));
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
