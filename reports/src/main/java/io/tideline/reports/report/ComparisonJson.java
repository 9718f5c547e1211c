package io.tideline.reports.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.reports.band.Comparison;
import io.tideline.reports.band.Comparison.Anchor;
import io.tideline.reports.band.Comparison.Confirmed;
import io.tideline.reports.stats.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of {@code verdict.json} on a figure beside those of earlier runs. */
final class ComparisonJson {
  private ComparisonJson() {}

  static JsonNode of(@Nullable Comparison comparison) {
    if (comparison == null) {
      return NullNode.getInstance();
    }
    ObjectNode json = JsonText.object();
    json.put("expected", VerdictJson.figure(comparison.expected()));
    json.put("low", VerdictJson.figure(comparison.low()));
    json.put("high", VerdictJson.figure(comparison.high()));
    json.put("ratio", VerdictJson.figure(comparison.ratio()));
    json.put("chance", VerdictJson.figure(comparison.chance()));
    json.put("detectable", VerdictJson.figure(comparison.detectable()));
    json.put("calibrated", comparison.calibrated());
    json.set("earlier", values(comparison.earlier()));
    json.set("confirming", values(comparison.confirming()));
    json.set("anchor", anchor(comparison.anchor()));
    json.set("confirmation", confirmation(comparison.confirmation()));
    return json;
  }

  private static JsonNode confirmation(@Nullable Confirmed confirmed) {
    return confirmed == null
        ? NullNode.getInstance()
        : JsonText.object()
            .put("value", VerdictJson.figure(confirmed.value()))
            .put("limit", VerdictJson.figure(confirmed.limit()));
  }

  private static JsonNode anchor(@Nullable Anchor anchor) {
    if (anchor == null) {
      return NullNode.getInstance();
    }
    ObjectNode json = JsonText.object();
    json.put("expected", VerdictJson.figure(anchor.expected()));
    json.put("limit", VerdictJson.figure(anchor.limit()));
    json.put("ratio", VerdictJson.figure(anchor.ratio()));
    json.set("values", values(anchor.values()));
    return json;
  }

  private static ArrayNode values(List<Double> values) {
    ArrayNode array = JsonText.object().arrayNode();
    values.forEach(value -> array.add(VerdictJson.figure(value)));
    return array;
  }
}
