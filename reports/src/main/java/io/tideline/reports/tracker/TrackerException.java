package io.tideline.reports.tracker;

/** A tracker did not take what it was sent; the message is one sentence for the user. */
public final class TrackerException extends Exception {
  private static final long serialVersionUID = 1;

  TrackerException(String message) {
    super(message);
  }

  TrackerException(String message, Throwable cause) {
    super(message, cause);
  }
}
