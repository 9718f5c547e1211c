package io.tideline.reports.tracker;

import io.tideline.reports.ticket.Cleared;
import io.tideline.reports.ticket.KeptTicket;
import io.tideline.reports.ticket.RunMark;
import io.tideline.reports.ticket.Ticket;
import io.tideline.reports.ticket.TicketBook;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings a tracker up to date with the tickets of one run: new ones are created, known ones noted
 * or opened again, and those whose check passed are closed. A run that an issue was told of already
 * changes nothing, so that posting may be repeated after a failure.
 */
public final class Poster {
  private final Tracker tracker;
  private final Wire wire;
  private final int most;
  private final Consumer<String> out;
  private int posted;
  private int left;

  /**
   * @param most how many issues may be touched at once; the most urgent come first
   * @param out takes one sentence for each issue
   */
  public Poster(Tracker tracker, Wire wire, int most, Consumer<String> out) {
    this.tracker = tracker;
    this.wire = wire;
    this.most = most;
    this.out = out;
  }

  /**
   * Posts the tickets of {@code book}, which is that of one run.
   *
   * @throws TrackerException when the tracker refuses or does not answer; what was posted until
   *     then has been said
   */
  public void post(TicketBook book) throws TrackerException {
    RunMark run = book.run();
    if (run == null) {
      throw new TrackerException("these are tickets of many runs: name the folder of one run");
    }
    // Of two issues with one fingerprint the open one counts, else the newer one.
    Map<String, Issue> known = new HashMap<>();
    for (Issue issue : tracker.known(wire)) {
      known.merge(
          issue.fingerprint(),
          issue,
          (newer, older) -> older.open() && !newer.open() ? older : newer);
    }
    for (KeptTicket kept : book.tickets()) {
      if (kept.ticket().isUnconfirmed()) {
        out.accept("not posted, because nothing has confirmed it: " + kept.ticket().title());
        continue;
      }
      Ticket ticket = kept.ticket();
      tell(ticket, known.get(ticket.subject().fingerprint()), run.id());
    }
    for (Cleared passed : book.cleared()) {
      clear(passed, known.get(passed.fingerprint()), run.id());
    }
    if (left > 0) {
      out.accept(left + " more not posted: " + most + " at a time, see --most");
    }
  }

  private void tell(Ticket ticket, @Nullable Issue issue, String run) throws TrackerException {
    if (issue != null && issue.run().equals(run)) {
      out.accept(issue.name() + " knows of this run already: " + ticket.title());
    } else if (mayPost()) {
      if (issue == null) {
        out.accept("created " + tracker.create(wire, ticket, run) + ": " + ticket.title());
      } else {
        tracker.again(wire, issue, Tracker.Told.of(ticket, run));
        out.accept(
            (issue.open() ? "noted on " : "opened again ") + issue.name() + ": " + ticket.title());
      }
    }
  }

  private void clear(Cleared passed, @Nullable Issue issue, String run) throws TrackerException {
    if (issue != null && issue.open() && !issue.run().equals(run) && mayPost()) {
      tracker.close(wire, issue, Tracker.Told.of(passed, run));
      out.accept("closed " + issue.name() + ": " + passed.said());
    }
  }

  private boolean mayPost() {
    if (posted >= most) {
      left++;
      return false;
    }
    posted++;
    return true;
  }
}
