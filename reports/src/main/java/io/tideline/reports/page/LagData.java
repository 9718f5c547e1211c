package io.tideline.reports.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.reports.stats.Injection;
import io.tideline.reports.stats.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * How late users started, as spectra in microseconds: of each phase, and last of all measured ones.
 */
final class LagData {
  private static final int MOST_PHASES = 8;

  private LagData() {}

  static JsonNode json(@Nullable Injection injection) {
    if (injection == null || injection.lagMicros().count() == 0) {
      return NullNode.getInstance();
    }
    ArrayNode json = JsonText.object().arrayNode();
    injection.phases().stream()
        .filter(phase -> phase.lagMicros().count() > 0)
        .limit(MOST_PHASES)
        .forEach(
            phase ->
                SpreadData.putSpectrum(
                    phase.lagMicros(),
                    json.addObject().put("label", phase.phase()).putArray("spectrum")));
    if (injection.measuredLagMicros().count() > 0) {
      ObjectNode all = json.addObject().put("label", "all measured phases");
      SpreadData.putSpectrum(injection.measuredLagMicros(), all.putArray("spectrum"));
    }
    return json;
  }
}
