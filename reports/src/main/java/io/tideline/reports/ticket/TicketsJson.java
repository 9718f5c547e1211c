package io.tideline.reports.ticket;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.reports.stats.JsonText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TicketBook} as {@code tickets.json}; its JSON Schema is {@code
 * docs/schema/tickets.schema.json}. Equal books give equal bytes.
 */
public final class TicketsJson {
  /** Name of the file. */
  public static final String FILE_NAME = "tickets.json";

  /** Name and version of the format. */
  public static final String SCHEMA = "tideline/tickets/1";

  private TicketsJson() {}

  /** The text of the file. */
  public static String text(TicketBook book) {
    ObjectNode json = JsonText.object().put("schema", SCHEMA);
    RunMark run = book.run();
    if (run == null) {
      json.putNull("run");
    } else {
      json.putObject("run")
          .put("id", run.id())
          .put("at", instant(run.at()))
          .put("verdict", run.verdict());
    }
    ArrayNode tickets = json.putArray("tickets");
    book.tickets().forEach(kept -> ticket(kept, tickets.addObject()));
    ArrayNode cleared = json.putArray("cleared");
    book.cleared()
        .forEach(
            passed ->
                cleared
                    .addObject()
                    .put("fingerprint", passed.fingerprint())
                    .put("said", passed.said()));
    return JsonText.of(json);
  }

  private static void ticket(KeptTicket kept, ObjectNode json) {
    Ticket ticket = kept.ticket();
    Subject subject = ticket.subject();
    Rating rating = ticket.rating();
    json.put("fingerprint", subject.fingerprint());
    json.put("kind", ticket.kind());
    json.put("state", kept.open() ? "open" : "closed");
    json.put("title", ticket.title());
    json.put("priority", rating.priority().name());
    json.put("severity", rating.severity().key());
    json.put("sureness", rating.sureness().key());
    json.put("reach", JsonText.rounded(rating.reach(), 4));
    json.put("scenario", subject.scenario());
    json.put("env", subject.env());
    json.put("check", subject.check());
    json.put("sentence", ticket.sentence());
    texts(ticket.evidence(), json.putArray("evidence"));
    texts(ticket.suspicions(), json.putArray("suspectedCauses"));
    texts(ticket.fixes(), json.putArray("suggestedFixes"));
    json.put("reproduce", ticket.reproduction());
    json.put("runbook", ticket.runbook());
    json.put("page", ticket.page());
    json.put("occurrences", kept.occurrences());
    ArrayNode history = json.putArray("history");
    for (Note note : kept.history()) {
      history
          .addObject()
          .put("event", note.event().key())
          .put("run", note.run())
          .put("at", instant(note.at()))
          .put("said", note.said());
    }
  }

  private static void texts(List<String> texts, ArrayNode array) {
    texts.forEach(array::add);
  }

  private static @Nullable String instant(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
