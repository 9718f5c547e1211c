package io.tideline.reports.ticket;

import io.tideline.reports.ticket.Note.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * A ticket with its history.
 *
 * @param ticket as the latest run that showed it tells it
 * @param open whether it waits for work
 * @param history in the order of the runs; never empty
 */
public record KeptTicket(Ticket ticket, boolean open, List<Note> history) {

  public KeptTicket {
    history = List.copyOf(history);
  }

  /** In how many runs it was found. */
  public long occurrences() {
    return history.stream().filter(Note::occurred).count();
  }

  /** The latest line of its history. */
  public Note latest() {
    return history.get(history.size() - 1);
  }

  /** Whether {@code run} is in its history already: a run that is analysed again is no new one. */
  boolean knows(String run) {
    return history.stream().anyMatch(note -> note.run().equals(run));
  }

  /** This ticket after a run that showed it too. Twice on end, it is sure. */
  KeptTicket seenAgain(KeptTicket now) {
    Note note = now.latest();
    if (knows(note.run())) {
      return this;
    }
    if (isLate(note)) {
      return noted(new Note(Event.AGAIN, note.run(), note.at(), note.said()), ticket, open);
    }
    Event event = open ? Event.AGAIN : Event.REOPENED;
    Ticket latest = open ? now.ticket.sure() : now.ticket;
    return noted(new Note(event, note.run(), note.at(), note.said()), latest, true);
  }

  /** This ticket after a run in which its check passed. */
  KeptTicket gone(RunMark run, String said) {
    Note note = new Note(Event.CLOSED, run.id(), run.at(), said);
    return !open || knows(run.id()) || isLate(note) ? this : noted(note, ticket, false);
  }

  /** A run that ended before the latest one in the history changes nothing but the history. */
  private boolean isLate(Note note) {
    return note.at() != null && latest().at() != null && note.at().isBefore(latest().at());
  }

  private KeptTicket noted(Note note, Ticket latest, boolean stays) {
    List<Note> longer = new ArrayList<>(history);
    int place = longer.size();
    if (isLate(note)) {
      place = 0;
      while (place < longer.size() && !isBefore(note, longer.get(place))) {
        place++;
      }
    }
    longer.add(place, note);
    return new KeptTicket(latest, stays, longer);
  }

  private static boolean isBefore(Note note, Note other) {
    return note.at() != null && other.at() != null && note.at().isBefore(other.at());
  }
}
