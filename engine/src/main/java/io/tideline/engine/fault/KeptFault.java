package io.tideline.engine.fault;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A fault in the keeper's hands: begun once, ended once, however many ask for it. An end that fails
 * is tried again for half a minute.
 */
final class KeptFault {
  private static final int TRIES = 30;
  private static final long PAUSE_MILLIS = 1_000;

  private final String name;
  private final Fault fault;
  private final Journal journal;
  private boolean over;
  private String ending = "it had not begun";

  KeptFault(String name, Fault fault, Journal journal) {
    this.name = name;
    this.fault = fault;
    this.journal = journal;
  }

  /** Begins it; what it did by then is put back when that fails. */
  synchronized String begin() throws IOException, InterruptedException {
    if (over) {
      throw new IOException("it was ended before it could begin");
    }
    try {
      return fault.begin();
    } catch (IOException | RuntimeException e) {
      end();
      throw e instanceof IOException told ? told : new IOException(e.toString(), e);
    }
  }

  /**
   * Ends it, if nobody has.
   *
   * @return what was done, or how it was ended before
   */
  synchronized String end() throws IOException, InterruptedException {
    if (over) {
      return ending;
    }
    for (int left = TRIES; ; left--) {
      try {
        ending = fault.end();
        over = true;
        journal.ended(name);
        return ending;
      } catch (IOException | RuntimeException e) {
        if (left <= 1) {
          throw new IOException("fault " + name + " is not reverted: " + e.getMessage(), e);
        }
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  /** Whether it was ended. */
  synchronized boolean isOver() {
    return over;
  }
}
