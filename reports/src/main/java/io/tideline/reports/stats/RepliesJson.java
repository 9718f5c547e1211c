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
        JsonFields.small(json, "intervalSeconds"),
        column(json.required("hits")),
        column(json.required("misses")),
        column(json.required("notModified")),
        column(json.required("silent")),
        new Sessions(
            JsonFields.count(sessions, "begun"),
            JsonFields.count(sessions, "accounts"),
            JsonFields.count(sessions, "shared"),
            JsonFields.count(sessions, "reads"),
            JsonFields.count(sessions, "addresses")));
  }

  private static List<Long> column(JsonNode json) {
    List<Long> column = new ArrayList<>();
    json.forEach(value -> column.add(JsonFields.countOf(value, "a count")));
    return column;
  }
}
