package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.reports.stats.Replies.Sessions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of {@code run.json} on what the journeys' replies told of caches. */
final class RepliesJson {
  private RepliesJson() {}

  static JsonNode of(@Nullable Replies replies) {
    if (replies == null) {
      return NullNode.getInstance();
    }
    ObjectNode json = JsonText.object().put("intervalSeconds", replies.intervalSeconds());
    column(replies.hits(), json.putArray("hits"));
    column(replies.misses(), json.putArray("misses"));
    column(replies.notModified(), json.putArray("notModified"));
    column(replies.silent(), json.putArray("silent"));
    Sessions sessions = replies.sessions();
    json.putObject("sessions")
        .put("begun", sessions.begun())
        .put("accounts", sessions.accounts())
        .put("shared", sessions.shared())
        .put("reads", sessions.reads())
        .put("addresses", sessions.addresses());
    return json;
  }

  private static void column(List<Long> values, ArrayNode out) {
    values.forEach(out::add);
  }

  /** What {@link #of} made; null of JSON's null, and of a run from before they were counted. */
  static @Nullable Replies read(JsonNode json) {
    if (json.isNull() || json.isMissingNode()) {
      return null;
    }
    JsonNode sessions = json.required("sessions");
    return new Replies(
        json.required("intervalSeconds").asInt(),
        column(json.required("hits")),
        column(json.required("misses")),
        column(json.required("notModified")),
        column(json.required("silent")),
        new Sessions(
            sessions.required("begun").asLong(),
            sessions.required("accounts").asLong(),
            sessions.required("shared").asLong(),
            sessions.required("reads").asLong(),
            sessions.required("addresses").asLong()));
  }

  private static List<Long> column(JsonNode json) {
    List<Long> column = new ArrayList<>();
    json.forEach(value -> column.add(value.asLong()));
    return column;
  }
}
