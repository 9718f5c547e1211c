package io.tideline.reports.stats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.origin.Origin;
import io.tideline.engine.pilot.CapacityFile;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.reports.stats.RunInfo.LoadInfo;
import io.tideline.reports.stats.RunInfo.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code run.json} back. What is in it only for other readers (percentiles, totals) is worked
 * out again from the histograms, so that a run that is read and written gives the same bytes.
 */
public final class RunReader {
  private RunReader() {}

  /**
   * The run that {@code file} holds.
   *
   * @param file a {@code run.json}, or a folder with one in it or in its {@code tideline} folder
   * @throws IOException when there is none, it cannot be read, or it is damaged; the message is a
   *     sentence that names the file
   */
  public static Run read(Path file) throws IOException {
    Path found = locate(file);
    try {
      JsonNode json = JsonText.parse(WholeFile.text(found));
      String schema = json.path("schema").asText();
      if (!schema.equals(RunJson.SCHEMA)) {
        throw new IOException(
            found + ": schema is \"" + schema + "\", this version reads " + RunJson.SCHEMA);
      }
      return run(json, found);
    } catch (JsonProcessingException e) {
      throw new IOException(found + ": not a run: " + JsonText.problem(e), e);
    } catch (RuntimeException e) {
      throw new IOException(found + ": not a whole run: " + e.getMessage(), e);
    }
  }

  /**
   * The {@code run.json} that {@link #read} reads.
   *
   * @throws IOException when there is none
   */
  public static Path locate(Path given) throws IOException {
    if (Files.isRegularFile(given)) {
      return given;
    }
    for (Path folder : List.of(given, given.resolve(ResultsFolder.TIDELINE))) {
      if (Files.isRegularFile(folder.resolve(RunJson.FILE_NAME))) {
        return folder.resolve(RunJson.FILE_NAME);
      }
    }
    throw new IOException(
        Files.exists(given)
            ? given + ": there is no " + RunJson.FILE_NAME + " in it; analyze makes one"
            : given + ": no such file or folder");
  }

  private static Run run(JsonNode json, Path file) throws IOException {
    JsonNode planned = json.required("plan");
    if (!planned.isNull() && !planned.isObject()) {
      throw new IllegalArgumentException("its plan is no object");
    }
    Plan plan = planned.isNull() ? null : PlanJson.of((ObjectNode) planned, file.toString());
    return new Run(
        info(json.required("run")),
        plan,
        Origin.of(json.required("origin")),
        rows(json.required("phases"), RunReader::phase),
        rows(json.required("requests"), RunReader::request),
        rows(json.required("journeys"), RunReader::journey),
        MergedErrors.rows(rows(json.required("errors"), RunReader::error)),
        users(json.required("users")),
        InjectionJson.read(json.required("injection")),
        RunReader.<RunEvent>rows(json.required("events"), GeneratorJson::event),
        GeneratorJson.read(json.required("generator")),
        CapacityFile.of(json.required("capacity")),
        TimeLineJson.read(json.required("timeline")),
        ResourcesJson.read(json.path("resources")),
        RepliesJson.read(json.path("replies")),
        AftermathJson.read(json.path("resilience")),
        Joint.read(json.path("slices")),
        LogFacts.read(json.path("log")));
  }

  private static <T> List<T> rows(JsonNode array, Function<JsonNode, T> reader) {
    List<T> rows = new ArrayList<>();
    array.forEach(node -> rows.add(reader.apply(node)));
    return rows;
  }

  private static RunInfo info(JsonNode json) {
    JsonNode versions = json.required("versions");
    String start = text(json, "start");
    return new RunInfo(
        JsonFields.text(json, "id"),
        text(json, "simulation"),
        start == null ? null : Instant.parse(start),
        JsonFields.number(json, "durationSeconds"),
        Ending.of(JsonFields.text(json, "ending")),
        JsonFields.text(json, "completeReason"),
        new Versions(
            JsonFields.text(versions, "tideline"),
            text(versions, "gatling"),
            text(versions, "java"),
            text(versions, "target")),
        load(json));
  }

  private static @Nullable LoadInfo load(JsonNode json) {
    String scenario = text(json, "scenario");
    return scenario == null
        ? null
        : new LoadInfo(
            scenario,
            JsonFields.whole(json, "seed"),
            JsonFields.number(json, "speedup"),
            JsonFields.number(json, "rate"),
            JsonFields.text(json, "env"),
            text(json, "baseUrl"));
  }

  private static PhaseRow phase(JsonNode json) {
    JsonNode offered = json.required("offered");
    return new PhaseRow(
        JsonFields.text(json, "name"),
        JsonFields.flag(json, "warmUp"),
        JsonFields.number(json, "startSeconds"),
        JsonFields.number(json, "durationSeconds"),
        offered.isNull() ? null : (Long) JsonFields.count(json, "offered"),
        JsonFields.count(json, "started"));
  }

  private static RequestRow request(JsonNode json) {
    return new RequestRow(
        JsonFields.text(json, "journey"),
        JsonFields.text(json, "name"),
        JsonFields.text(json, "phase"),
        SampleJson.read(json));
  }

  private static JourneyRow journey(JsonNode json) {
    return new JourneyRow(
        JsonFields.text(json, "journey"),
        JsonFields.text(json, "phase"),
        SampleJson.read(json),
        SampleJson.read(json.required("passes")));
  }

  private static ErrorRow error(JsonNode json) {
    return new ErrorRow(
        JsonFields.text(json, "message"),
        text(json, "journey"),
        text(json, "request"),
        text(json, "phase"),
        JsonFields.count(json, "count"),
        JsonFields.number(json, "firstSeconds"),
        JsonFields.number(json, "lastSeconds"),
        json.path("example").textValue());
  }

  private static Users users(JsonNode json) {
    return new Users(
        JsonFields.count(json, "started"),
        JsonFields.count(json, "ended"),
        rows(
            json.required("perScenario"),
            row ->
                new Users.Scenario(
                    JsonFields.text(row, "scenario"),
                    JsonFields.count(row, "started"),
                    JsonFields.count(row, "ended"))));
  }

  private static @Nullable String text(JsonNode json, String field) {
    return JsonFields.textOrNull(json, field);
  }
}
