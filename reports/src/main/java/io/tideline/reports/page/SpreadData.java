package io.tideline.reports.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Sample;
import java.util.List;

/** Distributions as JSON: counts by {@link LatencyBins}, and the {@link Spectrum}. */
final class SpreadData {
  private SpreadData() {}

  /** One for each scope; null where nothing was measured. */
  static ArrayNode all(Run run, List<Scope> scopes) {
    ArrayNode json = JsonText.object().arrayNode();
    for (Scope scope : scopes) {
      Sample sample = run.pool(scope);
      if (sample.ok() == 0) {
        json.addNull();
      } else {
        put(sample, json.addObject());
      }
    }
    return json;
  }

  private static void put(Sample sample, ObjectNode json) {
    json.set("bins", sparse(LatencyBins.counts(sample.okLatencies())));
    putSpectrum(sample.okLatencies(), json.putArray("spectrum"));
    if (sample.hasLateUsers()) {
      putSpectrum(sample.intendedLatencies(), json.putArray("intended"));
    } else {
      json.putNull("intended");
    }
  }

  static void putSpectrum(Latencies latencies, ArrayNode json) {
    Spectrum.of(latencies).forEach(json::add);
  }

  /** Index of the first bin that is not empty, then the counts from there to the last such one. */
  static ArrayNode sparse(long[] counts) {
    ArrayNode json = JsonText.object().arrayNode();
    int first = 0;
    int end = counts.length;
    while (first < end && counts[first] == 0) {
      first++;
    }
    while (end > first && counts[end - 1] == 0) {
      end--;
    }
    json.add(first);
    for (int i = first; i < end; i++) {
      json.add(counts[i]);
    }
    return json;
  }
}
