package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.Transitions.Transition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@code run.json} on the faults of a run: what its windows, band and recoveries come
 * to, for other readers, and what was read of dependencies, breakers and writes.
 */
final class AftermathJson {
  private static final double[] QUANTILES = {0.5, 0.95, 0.99};
  private static final String[] NAMES = {"p50", "p95", "p99"};

  private AftermathJson() {}

  static JsonNode of(Run run) {
    Aftermath aftermath = run.aftermath();
    List<FaultWindow> windows = FaultWindows.of(run);
    if (windows.isEmpty() && aftermath == null) {
      return NullNode.getInstance();
    }
    ObjectNode json = JsonText.object();
    json.set("windows", RunJson.array(windows, AftermathJson::window));
    json.set("band", band(Recovery.band(run)));
    json.set("recoveries", RunJson.array(Recovery.of(run), AftermathJson::recovery));
    ArrayNode dependencies = json.putArray("dependencies");
    json.set("transitions", transitions(aftermath == null ? null : aftermath.transitions()));
    json.set("writes", writes(aftermath == null ? null : aftermath.writes()));
    if (aftermath != null) {
      aftermath.dependencies().forEach(each -> dependency(each, dependencies.addObject()));
    }
    return json;
  }

  private static void window(FaultWindow window, ObjectNode json) {
    Latencies times = window.latencies(Scope.EVERYTHING);
    long failed = window.failures(Scope.EVERYTHING);
    long all = times.count() + failed;
    json.put("window", window.window().key());
    json.put("fault", window.fault());
    json.put("fromSeconds", JsonText.rounded(window.fromSeconds()));
    json.put("toSeconds", JsonText.rounded(window.toSeconds()));
    json.put("ok", times.count()).put("ko", failed);
    json.put("errors", all == 0 ? null : JsonText.rounded((double) failed / all, 6));
    for (int i = 0; i < NAMES.length; i++) {
      json.put(NAMES[i], times.count() == 0 ? null : (Long) times.at(QUANTILES[i]));
    }
    json.put("max", times.count() == 0 ? null : (Long) times.max());
  }

  private static JsonNode band(@Nullable SteadyBand band) {
    return band == null
        ? NullNode.getInstance()
        : JsonText.object()
            .put("errors", JsonText.rounded(band.errors(), 6))
            .put("p95", JsonText.rounded(band.p95Millis()))
            .put("ok", JsonText.rounded(band.ok()));
  }

  private static void recovery(Recovery recovery, ObjectNode json) {
    Double recovered = recovery.recoveredSeconds();
    json.put("fault", recovery.fault());
    json.put("startSeconds", JsonText.rounded(recovery.startSeconds()));
    json.put("endSeconds", JsonText.rounded(recovery.endSeconds()));
    json.put("recoveredSeconds", recovered == null ? null : JsonText.rounded(recovered));
    json.put("watchedUntilSeconds", JsonText.rounded(recovery.watchedUntil()));
  }

  private static void dependency(Dependency dependency, ObjectNode json) {
    json.put("proxy", dependency.proxy());
    ArrayNode attempts = json.putArray("attempts");
    dependency.attempts().forEach(attempts::add);
  }

  private static JsonNode transitions(@Nullable Transitions transitions) {
    if (transitions == null) {
      return NullNode.getInstance();
    }
    ObjectNode json = JsonText.object().put("sampled", transitions.sampled());
    json.set("list", RunJson.array(transitions.list(), AftermathJson::transition));
    return json;
  }

  private static void transition(Transition transition, ObjectNode json) {
    json.put("atSeconds", JsonText.rounded(transition.atSeconds()));
    json.put("breaker", transition.breaker());
    json.put("from", transition.from().key()).put("to", transition.to().key());
  }

  private static JsonNode writes(@Nullable WriteCounts writes) {
    if (writes == null) {
      return NullNode.getInstance();
    }
    ObjectNode json =
        JsonText.object()
            .put("acknowledged", writes.acknowledged())
            .put("lost", writes.lost())
            .put("duplicated", writes.duplicated())
            .put("unknown", writes.unknown());
    ArrayNode examples = json.putArray("examples");
    writes.examples().forEach(examples::add);
    return json;
  }

  /** What {@link #of} wrote, as far as it does not follow from the rest of the run. */
  static @Nullable Aftermath read(JsonNode json) {
    if (json.isNull() || json.isMissingNode()) {
      return null;
    }
    List<Dependency> dependencies = new ArrayList<>();
    json.required("dependencies").forEach(each -> dependencies.add(readDependency(each)));
    Aftermath aftermath =
        new Aftermath(
            dependencies,
            readTransitions(json.required("transitions")),
            readWrites(json.required("writes")));
    return aftermath.isEmpty() ? null : aftermath;
  }

  private static Dependency readDependency(JsonNode json) {
    List<Long> attempts = new ArrayList<>();
    json.required("attempts").forEach(each -> attempts.add(JsonFields.countOf(each, "attempts")));
    return new Dependency(JsonFields.text(json, "proxy"), attempts);
  }

  private static @Nullable Transitions readTransitions(JsonNode json) {
    if (json.isNull()) {
      return null;
    }
    List<Transition> list = new ArrayList<>();
    json.required("list")
        .forEach(
            each ->
                list.add(
                    new Transition(
                        JsonFields.number(each, "atSeconds"),
                        JsonFields.text(each, "breaker"),
                        BreakerState.of(JsonFields.text(each, "from")),
                        BreakerState.of(JsonFields.text(each, "to")))));
    return new Transitions(JsonFields.flag(json, "sampled"), list);
  }

  private static @Nullable WriteCounts readWrites(JsonNode json) {
    if (json.isNull()) {
      return null;
    }
    List<String> examples = new ArrayList<>();
    json.required("examples").forEach(each -> examples.add(JsonFields.textOf(each, "examples")));
    return new WriteCounts(
        JsonFields.count(json, "acknowledged"),
        JsonFields.count(json, "lost"),
        JsonFields.count(json, "duplicated"),
        JsonFields.count(json, "unknown"),
        examples);
  }
}
