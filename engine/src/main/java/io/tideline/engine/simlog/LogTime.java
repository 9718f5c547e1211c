package io.tideline.engine.simlog;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a log stands in time, by which times that cannot be true are told from those that can.
 *
 * <p>Gatling writes a record when what it tells of ends, so the times of a log go forward but for a
 * second or so. One that is more than {@link #GAP_MILLIS} ahead of all before it is either the
 * first after a silence or wrong, and only the next ones tell: it waits until as many as {@link
 * #ENOUGH_IN_ROW} in a row agree with it, or until the log ends. Then it was right if the others
 * came as far, or if none came after it and it is less than {@link #LONGEST_SILENCE_MILLIS} ahead.
 * What waits is bounded, and what finds no room is taken for wrong.
 */
final class LogTime {
  static final int GAP_MILLIS = 600_000;
  static final int LONGEST_SILENCE_MILLIS = 86_400_000;

  /** Gatling gives up on a request after a minute unless told otherwise. */
  static final int LONGEST_REQUEST_MILLIS = 86_400_000;

  static final int ENOUGH_IN_ROW = 8;
  static final int MOST_WAITING = 1 << 14;
  static final int MOST_WAITING_CHARS = 1 << 22;

  private final List<Waiting> waiting = new ArrayList<>();
  private int waitingChars;

  /** Latest time of the records that were told. */
  private int latest;

  /** How many of those that wait were followed by one that does not. */
  private int contradicted;

  /** The time of the last ones that wait, and how many in a row agree on it. */
  private int candidate;

  private int inRow;

  /**
   * A record that waits.
   *
   * @param tell to be called when its time turns out to be right
   * @param refuse to be called when it does not
   */
  private record Waiting(int millis, Runnable tell, Runnable refuse) {}

  int latest() {
    return latest;
  }

  /** Whether a record's time fits to those before it, which then counts as theirs. */
  boolean follows(int millis) {
    if (millis > latest) {
      if ((long) millis - latest > GAP_MILLIS) {
        return false;
      }
      latest = millis;
    }
    if (contradicted != waiting.size()) {
      contradicted = waiting.size();
      inRow = 0;
    }
    return true;
  }

  /**
   * Keeps a record that is far ahead.
   *
   * @param chars length of the texts that it keeps
   */
  void await(int millis, int chars, Runnable tell, Runnable refuse) {
    if (waiting.size() >= MOST_WAITING || waitingChars + chars > MOST_WAITING_CHARS) {
      refuse.run();
      return;
    }
    boolean agrees =
        inRow > 0
            && millis >= (long) candidate - GAP_MILLIS
            && millis <= (long) candidate + LONGEST_SILENCE_MILLIS;
    inRow = agrees ? inRow + 1 : 1;
    candidate = agrees ? Math.max(candidate, millis) : millis;
    waiting.add(new Waiting(millis, tell, refuse));
    waitingChars += chars;
    if (inRow >= ENOUGH_IN_ROW) {
      latest = Math.max(latest, candidate);
      tellThoseReached();
    }
  }

  private void tellThoseReached() {
    List<Waiting> all = List.copyOf(waiting);
    forget();
    for (Waiting each : all) {
      if (each.millis() <= (long) latest + GAP_MILLIS) {
        each.tell().run();
      } else {
        waiting.add(each);
      }
    }
    contradicted = waiting.size();
  }

  private void forget() {
    waiting.clear();
    waitingChars = 0;
    contradicted = 0;
    inRow = 0;
  }

  /** Decides on all that wait: the log has ended. */
  void end() {
    List<Waiting> all = List.copyOf(waiting);
    int trailing = contradicted;
    forget();
    for (Waiting each : all.subList(trailing, all.size())) {
      if (each.millis() <= (long) latest + LONGEST_SILENCE_MILLIS) {
        latest = Math.max(latest, each.millis());
      }
    }
    for (Waiting each : all) {
      boolean right = each.millis() <= (long) latest + GAP_MILLIS;
      (right ? each.tell() : each.refuse()).run();
    }
  }
}
