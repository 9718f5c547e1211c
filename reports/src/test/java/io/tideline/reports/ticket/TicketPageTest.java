package io.tideline.reports.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.ticket.Note.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A page as people see it. To renew the golden file after a wanted change, run this test with
 * {@code -Dgolden.renew=true} and look at the difference.
 */
class TicketPageTest {
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "io", "tideline", "reports", "ticket", "page.md");

  @TempDir Path folder;

  @Test
  void thePageTellsAllThereIs() throws IOException {
    TicketBook run =
        TicketRuns.book(
            folder.resolve("run"), TicketRuns.FAILING, TicketRuns.P95, TicketRuns.ERRORS);

    String page = TicketPage.text(run.tickets().get(0), "");

    if (Boolean.getBoolean("golden.renew")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, page);
    }
    assertThat(page).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void whatPeopleWroteIsKept() {
    String page = TicketPage.text(kept("a"), "Mine.\n\n- and *this*\n");

    assertThat(TicketPage.notesIn(page)).isEqualTo("Mine.\n\n- and *this*\n");
    assertThat(TicketPage.text(kept("b"), TicketPage.notesIn(page)))
        .endsWith("Mine.\n\n- and *this*\n");
    assertThat(TicketPage.notesIn("another file")).isEmpty();
  }

  @Test
  void aMessageOfAStrangerIsShownAsItStandsAndDoesNothing() {
    String evil = "<!-- x --> @all #12 [a](http://b) `c` **d**\n# heading\u0007 | e\\";

    String page = TicketPage.text(kept(evil), "");

    assertThat(page)
        .contains(
            "&lt;!-- x --\\> @<!-- -->all #<!-- -->12 \\[a\\](http://b) \\`c\\` \\*\\*d\\*\\*"
                + " #<!-- --> heading  \\| e\\\\")
        .doesNotContain("\n# heading");
  }

  @Test
  void aBlockOfCodeCannotBeLeft() {
    assertThat(Markdown.block("a ``` b ```` c")).startsWith("`````\n").endsWith("\n`````\n");
  }

  private static KeptTicket kept(String said) {
    Ticket ticket =
        new Ticket(
            Subject.of("smoke", "stand-in", "slo/x"),
            "latency",
            said,
            new Rating(Severity.LOW, 1, Sureness.LIKELY),
            said,
            List.of(said),
            List.of(said),
            List.of(said),
            "mvn");
    return new KeptTicket(ticket, true, List.of(new Note(Event.OPENED, "run", null, said)));
  }
}
