package io.tideline.reports.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.reports.scaling.ScalingCourse;
import io.tideline.reports.scaling.Series;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.Run;
import org.jspecify.annotations.Nullable;

/** Replicas and load over time, in intervals, as JSON. */
final class ScalingData {
  private ScalingData() {}

  static JsonNode json(Run run) {
    ScalingCourse course = ScalingCourse.of(run);
    if (course == null) {
      return NullNode.getInstance();
    }
    Series series = course.series();
    ObjectNode json = JsonText.object().put("interval", series.intervalSeconds());
    ArrayNode loads = json.putArray("loads");
    series.loads().forEach(load -> loads.add(JsonText.rounded(load)));
    ArrayNode replicas = json.putArray("replicas");
    for (@Nullable Double count : series.replicas()) {
      replicas.add(count == null ? null : JsonText.rounded(count));
    }
    return json;
  }
}
