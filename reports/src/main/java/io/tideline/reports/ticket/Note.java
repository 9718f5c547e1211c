package io.tideline.reports.ticket;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of a ticket's history.
 *
 * @param event what became of the ticket
 * @param run the run that showed it
 * @param at when that run ended; null when nothing says
 * @param said the check's answer in that run
 */
public record Note(Event event, String run, @Nullable Instant at, String said) {

  /** What can become of a ticket. */
  public enum Event {
    /** It was found for the first time. */
    OPENED,
    /** It was found once more. */
    AGAIN,
    /** It was found once more after it had been closed. */
    REOPENED,
    /** A run that could have shown it did not. */
    CLOSED;

    /** The word in results. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether this note tells of an occurrence. */
  boolean occurred() {
    return event != Event.CLOSED;
  }
}
