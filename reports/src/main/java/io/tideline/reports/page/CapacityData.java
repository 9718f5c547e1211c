package io.tideline.reports.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.pilot.CapacityRecord;
import io.tideline.engine.pilot.CapacityRecord.EstimateRecord;
import io.tideline.engine.pilot.StepRecord;
import io.tideline.reports.stats.JsonText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A search's steps, and the curve that was fitted to them, as JSON; loads are users per second. */
final class CapacityData {
  private CapacityData() {}

  static JsonNode json(@Nullable CapacityRecord capacity) {
    if (capacity == null || capacity.steps().isEmpty()) {
      return NullNode.getInstance();
    }
    ObjectNode json = JsonText.object();
    json.put("held", capacity.held());
    EstimateRecord estimate = capacity.estimate();
    if (estimate == null) {
      json.putNull("estimate");
    } else {
      json.putObject("estimate")
          .put("load", estimate.load())
          .put("low", estimate.loadLow())
          .put("high", estimate.loadHigh())
          .put("limit", estimate.limit())
          .put("spread", estimate.spread());
    }
    ArrayNode steps = json.putArray("steps");
    for (StepRecord step : capacity.steps()) {
      steps
          .addArray()
          .add(step.number())
          .add(step.load())
          .add(step.answer().name().toLowerCase(Locale.ROOT));
    }
    return json;
  }
}
