package io.tideline.reports.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tideline.reports.ticket.Note.Event;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code tickets.json} back. What is not as this version writes it is refused. */
public final class TicketsReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private TicketsReader() {}

  /**
   * The book in {@code text}.
   *
   * @throws IOException when it is no tickets.json, or not a whole one; the message says what is
   *     wrong with it, without the name of the file
   */
  public static TicketBook read(String text) throws IOException {
    try {
      JsonNode json = MAPPER.readTree(text);
      String schema = json.path("schema").asText();
      if (!schema.equals(TicketsJson.SCHEMA)) {
        throw new IOException(
            "schema is \"" + schema + "\", this version reads " + TicketsJson.SCHEMA);
      }
      return new TicketBook(
          run(json.path("run")),
          list(json, "tickets", TicketsReader::ticket),
          list(
              json, "cleared", node -> new Cleared(word(node, "fingerprint"), word(node, "said"))));
    } catch (JsonProcessingException e) {
      throw new IOException("not JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  private static @Nullable RunMark run(JsonNode node) {
    return node.isObject()
        ? new RunMark(word(node, "id"), instant(node), word(node, "verdict"))
        : null;
  }

  private static KeptTicket ticket(JsonNode node) {
    Subject subject =
        new Subject(
            fingerprint(node), text(node, "scenario"), text(node, "env"), word(node, "check"));
    Rating rating =
        new Rating(
            constant(Severity.class, node, "severity"),
            node.path("reach").asDouble(),
            constant(Sureness.class, node, "sureness"));
    Ticket ticket =
        new Ticket(
            subject,
            word(node, "kind"),
            word(node, "title"),
            rating,
            text(node, "sentence"),
            list(node, "evidence", JsonNode::asText),
            list(node, "suspectedCauses", JsonNode::asText),
            list(node, "suggestedFixes", JsonNode::asText),
            word(node, "reproduce"));
    List<Note> history = list(node, "history", TicketsReader::note);
    if (history.isEmpty()) {
      throw new IllegalArgumentException("ticket " + subject.fingerprint() + " has no history");
    }
    return new KeptTicket(ticket, word(node, "state").equals("open"), history);
  }

  /** The name of a ticket's page begins with its kind: neither may lead out of the folder. */
  private static String fingerprint(JsonNode node) {
    String print = word(node, "fingerprint");
    if (!print.matches("[0-9a-f]{16}") || !word(node, "kind").matches("[a-z-]+")) {
      throw new IllegalArgumentException("\"" + print + "\" is no fingerprint, or of no kind");
    }
    return print;
  }

  private static Note note(JsonNode node) {
    return new Note(
        constant(Event.class, node, "event"), word(node, "run"), instant(node), text(node, "said"));
  }

  private static @Nullable Instant instant(JsonNode node) {
    return node.path("at").isTextual() ? Instant.parse(node.path("at").asText()) : null;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, String field) {
    return Enum.valueOf(type, word(node, field).toUpperCase(Locale.ROOT));
  }

  private static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> item) {
    if (!node.path(field).isArray()) {
      throw new IllegalArgumentException("no list \"" + field + "\"");
    }
    List<T> items = new ArrayList<>();
    node.path(field).forEach(one -> items.add(item.apply(one)));
    return items;
  }

  private static String word(JsonNode node, String field) {
    String text = text(node, field);
    if (text.isEmpty()) {
      throw new IllegalArgumentException("\"" + field + "\" is empty");
    }
    return text;
  }

  private static String text(JsonNode node, String field) {
    if (!node.path(field).isTextual()) {
      throw new IllegalArgumentException("no text \"" + field + "\"");
    }
    return node.path(field).asText();
  }
}
