package io.tideline.reports.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.LastingShift;
import io.tideline.reports.gate.Suspicion;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.WholeFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Verdict} as {@code verdict.json}; its JSON Schema is {@code
 * docs/schema/verdict.schema.json}. Equal verdicts give equal bytes.
 */
public final class VerdictJson {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "verdict.json";

  /** Name and version of the format. */
  public static final String SCHEMA = "tideline/verdict/1";

  /** A share of one in a million still shows. */
  private static final int DECIMALS = 9;

  private VerdictJson() {}

  /** The text of the file, of a verdict without what it was judged by. */
  public static String text(Verdict verdict) {
    return JsonText.of(json(verdict));
  }

  /** The text of the file; {@code slos} are what the run was judged by. */
  public static String text(Verdict verdict, List<Slo> slos) throws IOException {
    ObjectNode json = json(verdict);
    ArrayNode judgedBy = json.putArray("slos");
    for (Slo slo : slos) {
      judgedBy.add(JsonText.parse(PlanJson.line(slo)));
    }
    return JsonText.of(json);
  }

  /**
   * What a run was judged by.
   *
   * @param tideline folder of the run's files
   * @return empty when there is no verdict, or one of an earlier version that was judged by none
   * @throws IOException with the file, when it is not a verdict
   */
  public static Optional<List<Slo>> slos(Path tideline) throws IOException {
    Path file = tideline.resolve(FILE_NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode json = JsonText.parse(WholeFile.text(file));
      JsonNode said = json.path("slos");
      if (!said.isArray()) {
        List<Slo> checked = checked(json.path("checks"));
        return checked.isEmpty() ? Optional.empty() : Optional.of(checked);
      }
      List<Slo> slos = new ArrayList<>();
      for (JsonNode slo : said) {
        slos.add(PlanJson.part(slo.toString(), Slo.class));
      }
      return Optional.of(slos);
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(
          file
              + ": not a verdict, so that its SLOs are not known ("
              + (e instanceof JsonProcessingException json
                  ? JsonText.problem(json)
                  : e.getMessage())
              + "); give them with --slo, or delete the file",
          e);
    }
  }

  /** Earlier versions left what a run was judged by to the checks that came of it. */
  private static List<Slo> checked(JsonNode checks) {
    List<Slo> slos = new ArrayList<>();
    for (JsonNode check : checks) {
      Optional<Slo.Metric> metric =
          Stream.of(Slo.Metric.values())
              .filter(each -> each.key().equals(check.path("metric").asText()))
              .findFirst();
      if (check.path("kind").asText().equals("slo")
          && check.path("limit").isNumber()
          && metric.isPresent()) {
        JsonNode scope = check.path("scope");
        slos.add(
            new Slo(
                new Scope(text(scope, "journey"), text(scope, "request"), text(scope, "phase")),
                metric.get(),
                check.path("limit").asDouble()));
      }
    }
    return slos;
  }

  private static @Nullable String text(JsonNode json, String name) {
    return json.path(name).isTextual() ? json.path(name).asText() : null;
  }

  private static ObjectNode json(Verdict verdict) {
    ObjectNode json = JsonText.object();
    json.put("schema", SCHEMA);
    json.put("verdict", verdict.result().name());
    ArrayNode reasons = json.putArray("reasons");
    verdict.reasons().forEach(reasons::add);
    ArrayNode warnings = json.putArray("warnings");
    verdict.warnings().forEach(warnings::add);
    json.set("suspicion", suspicion(verdict.suspicion()));
    json.set("lasting", lasting(verdict.lasting()));
    ArrayNode unknown = json.putArray("unknown");
    verdict.unknown().forEach(unknown::add);
    ArrayNode checks = json.putArray("checks");
    verdict.checks().forEach(check -> check(check, checks.addObject()));
    return json;
  }

  private static JsonNode suspicion(@Nullable Suspicion suspicion) {
    return suspicion == null
        ? NullNode.getInstance()
        : JsonText.object()
            .put("sentence", suspicion.sentence())
            .put("metrics", suspicion.metrics())
            .put("compared", suspicion.compared())
            .put("largest", suspicion.largest().id())
            .put("confirm", suspicion.confirm());
  }

  private static JsonNode lasting(@Nullable LastingShift shift) {
    if (shift == null) {
      return NullNode.getInstance();
    }
    Instant start = shift.first().start();
    ObjectNode json =
        JsonText.object()
            .put("sentence", shift.sentence())
            .put("runs", shift.runs())
            .put("first", shift.first().run())
            .put("since", start == null ? null : start.toString())
            .put("largest", shift.largest().id());
    ArrayNode covered = json.putArray("checks");
    shift.covered().stream().sorted().forEach(covered::add);
    return json.put("accept", shift.command());
  }

  private static void check(Check check, ObjectNode json) {
    json.put("id", check.id());
    json.put("kind", check.kind().name().toLowerCase(Locale.ROOT));
    Scope scope = check.scope();
    json.putObject("scope")
        .put("journey", scope.journey())
        .put("request", scope.request())
        .put("phase", scope.phase());
    json.put("metric", check.metric());
    json.put("value", figure(check.value()));
    json.put("limit", figure(check.limit()));
    json.put("unit", check.unit());
    json.put("samples", check.samples());
    json.put("status", check.status().name());
    json.put("sentence", check.sentence());
    json.set("comparison", ComparisonJson.of(check.comparison()));
    json.set("trend", TrendJson.of(check.trend()));
  }

  static @Nullable BigDecimal figure(@Nullable Double value) {
    return value == null ? null : JsonText.rounded(value, DECIMALS);
  }
}
