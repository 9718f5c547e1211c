package io.tideline.reports.ticket;

import io.tideline.reports.gate.Figures;
import java.util.List;

/**
 * A ticket as a page of Markdown. What people write below its last line is theirs, and is kept when
 * the page is written again.
 */
public final class TicketPage {
  private static final String NOTES =
      "<!-- What stands below this line is yours: it is kept when this page is written again. -->";
  private static final String NO_SUSPICION =
      "None: the data of this run does not point at a cause.";

  private TicketPage() {}

  /** The text of the page, with {@code notes} at its end. */
  public static String text(KeptTicket kept, String notes) {
    Ticket ticket = kept.ticket();
    Rating rating = ticket.rating();
    StringBuilder page = new StringBuilder(2_048);
    page.append("# ").append(Markdown.text(ticket.title())).append("\n\n");
    page.append(
        "| state | priority | severity | sureness | users touched | occurrences | fingerprint |\n"
            + "|---|---|---|---|---|---|---|\n");
    List<String> cells =
        List.of(
            kept.open() ? "open" : "closed",
            rating.priority().name(),
            rating.severity().key(),
            rating.sureness().key(),
            Figures.share(rating.reach()),
            Figures.number(kept.occurrences()),
            ticket.subject().fingerprint());
    page.append("| ").append(String.join(" | ", cells)).append(" |\n\n");
    page.append(body(ticket));
    page.append("\n## History\n\n");
    kept.history().forEach(note -> page.append(line(note)));
    page.append("\n## Notes\n\n").append(NOTES).append('\n').append(notes);
    return page.toString();
  }

  /** What the page tells of the finding, without its state: what a tracker gets. */
  public static String body(Ticket ticket) {
    return Markdown.text(ticket.sentence())
        + "\n\n## Evidence\n\n"
        + Markdown.list(ticket.evidence(), "None")
        + "\n## Suspected cause\n\n"
        + Markdown.list(ticket.suspicions(), NO_SUSPICION)
        + "\n## Suggested fixes\n\n"
        + Markdown.list(ticket.fixes(), "None")
        + "\n## To see it again\n\n"
        + Markdown.block(ticket.reproduction())
        + "\nRunbook: `"
        + ticket.runbook()
        + "`\n";
  }

  /** A line of the history. */
  static String line(Note note) {
    String when = note.at() == null ? "at a time unknown" : note.at().toString();
    return "- "
        + when
        + " **"
        + note.event().key()
        + "** by run "
        + Markdown.text(note.run())
        + ": "
        + Markdown.text(note.said())
        + "\n";
  }

  /** What people wrote at the end of an earlier page; empty when they did not. */
  public static String notesIn(String page) {
    int line = page.indexOf(NOTES + "\n");
    return line < 0 ? "" : page.substring(line + NOTES.length() + 1);
  }
}
