package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.origin.Origin;
import io.tideline.engine.pilot.CapacityFile;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.RunInfo.LoadInfo;
import java.util.function.BiConsumer;

/**
 * A {@link Run} as {@code run.json}; its JSON Schema is {@code docs/schema/run.schema.json}. Equal
 * runs give equal bytes.
 */
public final class RunJson {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "run.json";

  /** Name and version of the format. */
  public static final String SCHEMA = "tideline/run/1";

  private RunJson() {}

  /** The text of the file. */
  public static String text(Run run) {
    ObjectNode json = JsonText.object().put("schema", SCHEMA);
    json.set("run", info(run.info()));
    json.set("fingerprint", FingerprintJson.of(run.fingerprint()));
    json.set("phases", array(run.phases(), RunJson::phase));
    json.set("requests", array(run.requests(), (row, node) -> request(run, row, node)));
    json.set("journeys", array(run.journeys(), (row, node) -> journey(run, row, node)));
    json.set("totals", array(Totals.of(run), (row, node) -> total(run, row, node)));
    json.set("errors", array(run.errors(), RunJson::error));
    json.set("users", users(run.users()));
    json.set("injection", InjectionJson.of(run.injection()));
    json.set("generator", GeneratorJson.of(run.generator()));
    json.set("events", array(run.events(), GeneratorJson::event));
    json.set("capacity", CapacityFile.json(run.capacity()));
    json.set("timeline", TimeLineJson.of(run.timeLine()));
    json.set("resources", ResourcesJson.of(run.resources()));
    json.set("replies", RepliesJson.of(run.replies()));
    json.set("resilience", AftermathJson.of(run));
    if (!run.joint().remarks().isEmpty()) {
      json.set("slices", run.joint().json());
    }
    json.set("log", run.log().json());
    json.set("origin", Origin.json(run.origin()));
    json.set("plan", run.plan() == null ? NullNode.getInstance() : PlanJson.tree(run.plan()));
    return JsonText.of(json);
  }

  private static ObjectNode info(RunInfo info) {
    LoadInfo load = info.load();
    ObjectNode json = JsonText.object();
    json.put("id", info.id());
    json.put("scenario", load == null ? null : load.scenario());
    json.put("simulation", info.simulation());
    json.put("start", info.start() == null ? null : info.start().toString());
    json.put("durationSeconds", JsonText.rounded(info.durationSeconds()));
    json.put("seed", load == null ? null : (Long) load.seed());
    json.put("speedup", load == null ? null : JsonText.rounded(load.speedup()));
    json.put("rate", load == null ? null : JsonText.rounded(load.rate()));
    json.put("env", load == null ? null : load.env());
    json.put("baseUrl", load == null ? null : load.baseUrl());
    json.putObject("versions")
        .put("tideline", info.versions().tideline())
        .put("gatling", info.versions().gatling())
        .put("java", info.versions().java())
        .put("target", info.versions().target());
    json.put("complete", info.complete());
    json.put("ending", info.ending().key());
    json.put("completeReason", info.endingReason());
    return json;
  }

  private static void phase(PhaseRow phase, ObjectNode json) {
    json.put("name", phase.name());
    json.put("warmUp", phase.warmUp());
    json.put("startSeconds", JsonText.rounded(phase.startSeconds()));
    json.put("durationSeconds", JsonText.rounded(phase.durationSeconds()));
    json.put("offered", phase.offered());
    json.put("started", phase.started());
  }

  private static void request(Run run, RequestRow row, ObjectNode json) {
    json.put("journey", row.journey()).put("name", row.name()).put("phase", row.phase());
    Scope scope = new Scope(row.journey(), row.name(), row.phase());
    SampleJson.put(row.sample(), run.seconds(scope), json);
    SampleJson.putConfidence(run, scope, json);
  }

  private static void journey(Run run, JourneyRow row, ObjectNode json) {
    json.put("journey", row.journey()).put("phase", row.phase());
    Scope scope = new Scope(row.journey(), null, row.phase());
    double seconds = run.seconds(scope);
    SampleJson.put(row.requests(), seconds, json);
    SampleJson.putConfidence(run, scope, json);
    SampleJson.put(row.passes(), seconds, json.putObject("passes"));
  }

  private static void total(Run run, Scope scope, ObjectNode json) {
    json.put("journey", scope.journey()).put("name", scope.request()).put("phase", scope.phase());
    SampleJson.put(run.pool(scope), run.seconds(scope), json);
    SampleJson.putConfidence(run, scope, json);
  }

  private static void error(ErrorRow error, ObjectNode json) {
    json.put("message", error.message());
    json.put("journey", error.journey());
    json.put("request", error.request());
    json.put("phase", error.phase());
    json.put("count", error.count());
    json.put("firstSeconds", JsonText.rounded(error.firstSeconds()));
    json.put("lastSeconds", JsonText.rounded(error.lastSeconds()));
    if (error.example() != null) {
      json.put("example", error.example());
    }
  }

  private static ObjectNode users(Users users) {
    ObjectNode json = JsonText.object().put("started", users.started()).put("ended", users.ended());
    json.set(
        "perScenario",
        array(
            users.perScenario(),
            (row, node) ->
                node.put("scenario", row.scenario())
                    .put("started", row.started())
                    .put("ended", row.ended())));
    return json;
  }

  static <T> ArrayNode array(Iterable<T> rows, BiConsumer<T, ObjectNode> writer) {
    ArrayNode array = JsonText.object().arrayNode();
    rows.forEach(row -> writer.accept(row, array.addObject()));
    return array;
  }
}
