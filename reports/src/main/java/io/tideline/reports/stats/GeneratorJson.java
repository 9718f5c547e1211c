package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.schedule.RunEvent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of {@code run.json} on the generator and on what happened to the run. */
final class GeneratorJson {
  private static final double NANOS_PER_SECOND = 1e9;

  private GeneratorJson() {}

  static JsonNode of(@Nullable Generator generator) {
    if (generator == null) {
      return NullNode.getInstance();
    }
    return JsonText.object()
        .put("samples", generator.samples())
        .put("cpuMean", JsonText.rounded(generator.cpuMean()))
        .put("cpuMax", JsonText.rounded(generator.cpuMax()))
        .put("busySeconds", JsonText.rounded(generator.busySeconds()))
        .put("gcMillis", JsonText.rounded(generator.gcMillis()))
        .put("gcMaxMillis", JsonText.rounded(generator.gcMaxMillis()))
        .put("pauseMaxMillis", JsonText.rounded(generator.pauseMaxMillis()))
        .put("queuedMax", generator.queuedMax())
        .put("heapMaxBytes", generator.heapMaxBytes());
  }

  static @Nullable Generator read(JsonNode json) {
    return json.isNull()
        ? null
        : new Generator(
            JsonFields.count(json, "samples"),
            JsonFields.number(json, "cpuMean"),
            JsonFields.number(json, "cpuMax"),
            JsonFields.number(json, "busySeconds"),
            JsonFields.number(json, "gcMillis"),
            JsonFields.number(json, "gcMaxMillis"),
            JsonFields.number(json, "pauseMaxMillis"),
            JsonFields.small(json, "queuedMax"),
            JsonFields.count(json, "heapMaxBytes"));
  }

  static RunEvent event(JsonNode json) {
    return new RunEvent(
        Math.round(JsonFields.number(json, "atSeconds") * NANOS_PER_SECOND),
        RunEvent.Kind.valueOf(JsonFields.text(json, "kind").toUpperCase(Locale.ROOT)),
        JsonFields.number(json, "factor"),
        JsonFields.text(json, "reason"),
        json.path("detail").textValue());
  }

  static void event(RunEvent event, ObjectNode json) {
    json.put("atSeconds", JsonText.rounded(event.atNanos() / NANOS_PER_SECOND));
    json.put("kind", event.kind().name().toLowerCase(Locale.ROOT));
    json.put("factor", JsonText.rounded(event.factor()));
    json.put("reason", event.reason());
    if (event.detail() != null) {
      json.put("detail", event.detail());
    }
  }
}
