package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.resource.Unit;
import io.tideline.reports.stats.Resources.Gap;
import io.tideline.reports.stats.Resources.Source;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of {@code run.json} on what the target consumed; figures have six digits. */
final class ResourcesJson {
  private static final MathContext DIGITS = new MathContext(6);

  private ResourcesJson() {}

  static JsonNode of(@Nullable Resources resources) {
    if (resources == null) {
      return NullNode.getInstance();
    }
    ObjectNode json = JsonText.object().put("intervalSeconds", resources.intervalSeconds());
    json.set("sources", RunJson.array(resources.sources(), ResourcesJson::source));
    json.set("series", RunJson.array(resources.rows(), ResourcesJson::row));
    return json;
  }

  private static void source(Source source, ObjectNode json) {
    json.put("name", source.name()).put("samples", source.samples());
    json.set(
        "gaps",
        RunJson.array(
            source.gaps(),
            (gap, node) ->
                node.put("fromSeconds", JsonText.rounded(gap.fromSeconds()))
                    .put("toSeconds", JsonText.rounded(gap.toSeconds()))
                    .put("reason", gap.reason())));
  }

  private static void row(ResourceRow row, ObjectNode json) {
    json.put("source", row.source()).put("name", row.name()).put("unit", row.unit().name());
    json.put("mean", rounded(row.mean()));
    json.put("max", rounded(row.max()));
    json.put("limit", rounded(row.limit()));
    column(row.means(), json.putArray("means"));
    column(row.minima(), json.putArray("minima"));
    column(row.waiting(), json.putArray("waiting"));
  }

  private static void column(List<@Nullable Double> values, ArrayNode out) {
    values.forEach(value -> out.add(rounded(value)));
  }

  private static @Nullable BigDecimal rounded(@Nullable Double value) {
    if (value == null) {
      return null;
    }
    BigDecimal shortest = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  /** What {@link #of} made; null of JSON's null, and of a run from before there were resources. */
  static @Nullable Resources read(JsonNode json) {
    if (json.isNull() || json.isMissingNode()) {
      return null;
    }
    List<Source> sources = new ArrayList<>();
    json.required("sources").forEach(each -> sources.add(source(each)));
    List<ResourceRow> rows = new ArrayList<>();
    json.required("series").forEach(each -> rows.add(row(each)));
    return new Resources(JsonFields.small(json, "intervalSeconds"), sources, rows);
  }

  private static Source source(JsonNode json) {
    List<Gap> gaps = new ArrayList<>();
    for (JsonNode gap : json.required("gaps")) {
      gaps.add(
          new Gap(
              JsonFields.number(gap, "fromSeconds"),
              JsonFields.number(gap, "toSeconds"),
              JsonFields.text(gap, "reason")));
    }
    return new Source(JsonFields.text(json, "name"), JsonFields.count(json, "samples"), gaps);
  }

  private static ResourceRow row(JsonNode json) {
    return new ResourceRow(
        JsonFields.text(json, "source"),
        JsonFields.text(json, "name"),
        Unit.valueOf(JsonFields.text(json, "unit")),
        figure(json.required("mean")),
        figure(json.required("max")),
        figure(json.required("limit")),
        column(json.required("means")),
        column(json.required("minima")),
        column(json.required("waiting")));
  }

  private static List<@Nullable Double> column(JsonNode json) {
    List<@Nullable Double> column = new ArrayList<>();
    json.forEach(value -> column.add(figure(value)));
    return column;
  }

  private static @Nullable Double figure(JsonNode json) {
    return json.isNull() ? null : (Double) JsonFields.numberOf(json, "a value");
  }
}
