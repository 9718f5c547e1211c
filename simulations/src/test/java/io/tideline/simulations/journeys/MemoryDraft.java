package io.tideline.simulations.journeys;

import static io.gatling.javaapi.core.CoreDsl.exec;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.tideline.feeders.MemoryRow;

/** The memory that a user is about to write: a row of the feeder, chosen by the arrival. */
final class MemoryDraft {
  private static final String KEY = "draft";
  private static final ObjectMapper JSON = new ObjectMapper();

  private MemoryDraft() {}

  /** Puts the draft and its {@code draftTitle} into the session. */
  static ChainBuilder of(Visitor visitor) {
    return exec(
        session -> {
          MemoryRow draft = visitor.feeders().memories().at(Visitor.arrival(session));
          return session.set(KEY, draft).set("draftTitle", draft.title());
        });
  }

  static String json(Session session) {
    return object(session).toString();
  }

  static String jsonWithMedia(Session session) {
    return object(session).put("mediaId", session.getString("mediaId")).toString();
  }

  private static ObjectNode object(Session session) {
    MemoryRow draft = session.get(KEY);
    ObjectNode json = JSON.createObjectNode();
    json.put("title", draft.title())
        .put("text", draft.text())
        .put("takenOn", draft.takenOn().toString());
    draft.tags().forEach(json.putArray("tags")::add);
    return json;
  }
}
