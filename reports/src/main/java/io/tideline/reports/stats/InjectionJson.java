package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of {@code run.json} on how faithfully the load was offered. */
final class InjectionJson {
  private static final double MICROS_PER_MILLI = 1_000;

  private InjectionJson() {}

  static JsonNode of(@Nullable Injection injection) {
    if (injection == null) {
      return NullNode.getInstance();
    }
    ObjectNode json = JsonText.object();
    json.put("offered", injection.offered());
    json.put("started", injection.started());
    putLag(injection.lagMicros(), json);
    json.set("perPhase", RunJson.array(injection.phases(), InjectionJson::phase));
    return json;
  }

  private static void phase(Injection.Phase phase, ObjectNode json) {
    json.put("phase", phase.phase());
    json.put("warmUp", phase.warmUp());
    json.put("offered", phase.offered());
    json.put("started", phase.started());
    putLag(phase.lagMicros(), json);
    json.put("lagMicrosHistogram", phase.lagMicros().encoded());
  }

  static @Nullable Injection read(JsonNode json) {
    if (json.isNull()) {
      return null;
    }
    List<Injection.Phase> phases = new ArrayList<>();
    Latencies all = new Latencies();
    Latencies measured = new Latencies();
    for (JsonNode each : json.required("perPhase")) {
      Injection.Phase phase = phase(each);
      phases.add(phase);
      all.add(phase.lagMicros());
      if (!phase.warmUp()) {
        measured.add(phase.lagMicros());
      }
    }
    return new Injection(
        JsonFields.count(json, "offered"),
        JsonFields.count(json, "started"),
        measured,
        all,
        phases);
  }

  private static Injection.Phase phase(JsonNode json) {
    JsonNode histogram = json.required("lagMicrosHistogram");
    Latencies lag =
        histogram.isNull()
            ? new Latencies()
            : Latencies.decoded(
                JsonFields.textOf(histogram, "histogram"),
                Math.round(
                    JsonFields.number(json.required("lagMillis"), "max") * MICROS_PER_MILLI));
    return new Injection.Phase(
        JsonFields.text(json, "phase"),
        JsonFields.flag(json, "warmUp"),
        JsonFields.count(json, "offered"),
        JsonFields.count(json, "started"),
        lag);
  }

  private static void putLag(Latencies micros, ObjectNode json) {
    if (micros.count() == 0) {
      json.putNull("lagMillis");
      return;
    }
    json.putObject("lagMillis")
        .put("p50", millis(micros.at(0.50)))
        .put("p90", millis(micros.at(0.90)))
        .put("p99", millis(micros.at(0.99)))
        .put("p999", millis(micros.at(0.999)))
        .put("max", millis(micros.max()));
  }

  private static BigDecimal millis(long micros) {
    return JsonText.rounded(micros / MICROS_PER_MILLI);
  }
}
