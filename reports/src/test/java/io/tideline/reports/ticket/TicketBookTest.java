package io.tideline.reports.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.ticket.Note.Event;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book of many runs. */
class TicketBookTest {
  private static final Instant MONDAY = Instant.parse("2026-09-21T02:00:00Z");

  @TempDir Path folder;

  private static Subject subject(String check) {
    return Subject.of("baseline", "staging", check);
  }

  /** The book of a run on night {@code number} that found these checks, and passed those. */
  private static TicketBook night(int number, List<String> found, List<String> passed) {
    RunMark run = new RunMark("run-" + number, MONDAY.plusSeconds(86_400L * number), "FAIL");
    List<KeptTicket> tickets =
        found.stream()
            .map(
                check ->
                    new KeptTicket(
                        ticket(check),
                        true,
                        List.of(new Note(Event.OPENED, run.id(), run.at(), "p95 " + number))))
            .toList();
    List<Cleared> cleared =
        passed.stream().map(check -> new Cleared(subject(check).fingerprint(), "fine")).toList();
    return new TicketBook(run, tickets, cleared);
  }

  private static Ticket ticket(String check) {
    return new Ticket(
        subject(check),
        "latency",
        check + " slow",
        new Rating(Severity.HIGH, 1, Sureness.LIKELY),
        "p95 too high",
        List.of("fact"),
        List.of(),
        List.of("fix"),
        "mvn");
  }

  private static TicketBook after(TicketBook... nights) {
    TicketBook book = TicketBook.empty();
    for (TicketBook night : nights) {
      book = book.after(night);
    }
    return book;
  }

  private static List<Event> events(KeptTicket kept) {
    return kept.history().stream().map(Note::event).toList();
  }

  @Test
  void theSameFindingIsTheSameTicketFromNightToNight() {
    TicketBook book =
        after(
            night(1, List.of("a"), List.of()),
            night(2, List.of("a"), List.of()),
            night(3, List.of("a"), List.of()));

    KeptTicket kept = book.tickets().get(0);
    assertThat(book.tickets()).hasSize(1);
    assertThat(kept.occurrences()).isEqualTo(3);
    assertThat(events(kept)).containsExactly(Event.OPENED, Event.AGAIN, Event.AGAIN);
    assertThat(kept.history()).extracting(Note::said).containsExactly("p95 1", "p95 2", "p95 3");
  }

  @Test
  void twoNightsOnEndMakeItSureAndOneAfterAPassDoesNot() {
    TicketBook twice = after(night(1, List.of("a"), List.of()), night(2, List.of("a"), List.of()));
    TicketBook back =
        after(
            night(1, List.of("a"), List.of()),
            night(2, List.of(), List.of("a")),
            night(3, List.of("a"), List.of()));

    assertThat(twice.tickets().get(0).ticket().rating().sureness()).isEqualTo(Sureness.SURE);
    assertThat(back.tickets().get(0).ticket().rating().sureness()).isEqualTo(Sureness.LIKELY);
  }

  @Test
  void aTicketIsClosedByARunThatPassedItsCheckAndReopenedWhenItComesBack() {
    TicketBook closed = after(night(1, List.of("a"), List.of()), night(2, List.of(), List.of("a")));
    TicketBook reopened = closed.after(night(3, List.of("a"), List.of()));

    assertThat(closed.tickets().get(0).open()).isFalse();
    assertThat(closed.tickets().get(0).latest().at()).isEqualTo(MONDAY.plusSeconds(2 * 86_400));
    assertThat(reopened.tickets().get(0).open()).isTrue();
    assertThat(events(reopened.tickets().get(0)))
        .containsExactly(Event.OPENED, Event.CLOSED, Event.REOPENED);
  }

  @Test
  void aRunThatDidNotMakeTheCheckClosesNothing() {
    TicketBook book =
        after(night(1, List.of("a"), List.of()), night(2, List.of("b"), List.of("c")));

    assertThat(book.tickets()).hasSize(2).allMatch(KeptTicket::open);
  }

  @Test
  void anInvalidRunOpensAndClosesNothingOfTheTarget() throws Exception {
    Slo unseen = new Slo(new Scope(null, "Nothing", null), Metric.P95, 10);
    Path fine = folder.resolve("fine");
    TicketBook slow = TicketRuns.book(fine, TicketRuns.SLOW_SAVE, TicketRuns.P95);
    TicketBook invalid =
        TicketRuns.book(folder.resolve("bad"), TicketRuns.FAST, TicketRuns.P95, unseen);

    TicketBook book = after(slow, invalid);

    assertThat(slow.tickets()).extracting(kept -> kept.ticket().kind()).containsOnly("latency");
    assertThat(book.tickets())
        .allMatch(KeptTicket::open)
        .extracting(kept -> kept.ticket().kind())
        .containsExactlyInAnyOrder("latency", "insufficient");
  }

  @Test
  void aRunThatIsAnalysedAgainChangesNothing() {
    TicketBook once = after(night(1, List.of("a"), List.of()), night(2, List.of(), List.of("a")));

    TicketBook again = once.after(night(1, List.of("a"), List.of()));

    assertThat(again).isEqualTo(once);
    assertThat(again.changesSince(once)).isEmpty();
  }

  @Test
  void aRunThatCameLateIsNotedInItsPlaceAndDecidesNothing() {
    TicketBook closed = after(night(1, List.of("a"), List.of()), night(5, List.of(), List.of("a")));

    TicketBook late = closed.after(night(3, List.of("a"), List.of()));
    TicketBook latePass =
        after(night(4, List.of("a"), List.of())).after(night(2, List.of(), List.of("a")));

    assertThat(late.tickets().get(0).open()).isFalse();
    assertThat(events(late.tickets().get(0)))
        .containsExactly(Event.OPENED, Event.AGAIN, Event.CLOSED);
    assertThat(latePass.tickets().get(0).open()).isTrue();
  }

  @Test
  void theMostUrgentStandsFirstAndTheClosedLast() {
    Rating low = new Rating(Severity.LOW, 1, Sureness.LIKELY);
    Ticket mild = ticket("mild");
    Ticket milder =
        new Ticket(mild.subject(), "errors", "A", low, "s", List.of(), List.of(), List.of(), "mvn");
    Note note = new Note(Event.OPENED, "run-1", null, "s");
    TicketBook book =
        new TicketBook(
            null,
            List.of(
                new KeptTicket(ticket("closed"), false, List.of(note)),
                new KeptTicket(milder, true, List.of(note)),
                new KeptTicket(ticket("bad"), true, List.of(note))),
            List.of());

    assertThat(book.tickets())
        .extracting(kept -> kept.ticket().title())
        .containsExactly("bad slow", "A", "closed slow");
  }

  @Test
  void theFingerprintKnowsNoFigureAndTellsScenarioEnvironmentAndCheckApart() {
    String print = Subject.of("a", "b", "c").fingerprint();

    assertThat(Subject.of("a", "b", "c").fingerprint()).isEqualTo(print).matches("[0-9a-f]{16}");
    assertThat(
            List.of(
                Subject.of("ab", "", "c"),
                Subject.of("a", "bc", ""),
                Subject.of("x", "b", "c"),
                Subject.of("a", "x", "c"),
                Subject.of("a", "b", "x")))
        .extracting(Subject::fingerprint)
        .doesNotContain(print)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    TicketBook run =
        TicketRuns.book(
            folder.resolve("run"), TicketRuns.FAILING, TicketRuns.P95, TicketRuns.ERRORS);
    TicketBook book = TicketBook.empty().after(run);

    for (TicketBook one : List.of(run, book, TicketBook.empty())) {
      String text = TicketsJson.text(one);
      assertThat(TicketsJson.text(TicketsReader.read(text))).isEqualTo(text);
    }
  }
}
