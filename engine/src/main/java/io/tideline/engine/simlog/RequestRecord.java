package io.tideline.engine.simlog;

/**
 * A request that has ended, as a view that the parser fills again for the next one. Times are
 * milliseconds since the run's start.
 */
public final class RequestRecord {
  private LogPath path = LogPath.ROOT;
  private int startMillis;
  private int endMillis;
  private boolean ok;
  private String message = "";

  RequestRecord() {}

  /** A record of its own with what the view holds now. */
  RequestRecord copy() {
    RequestRecord copy = new RequestRecord();
    copy.at(path, startMillis, endMillis);
    copy.outcome(ok, message);
    return copy;
  }

  /** The groups around the request, outermost first, then its name. */
  public LogPath path() {
    return path;
  }

  /** When it began. */
  public int startMillis() {
    return startMillis;
  }

  /** When it ended; never before it began. */
  public int endMillis() {
    return endMillis;
  }

  /** Whether it and all its checks succeeded. */
  public boolean ok() {
    return ok;
  }

  /** Why it failed; empty when nothing was said. */
  public String message() {
    return message;
  }

  void at(LogPath newPath, int start, int end) {
    path = newPath;
    startMillis = start;
    endMillis = end;
  }

  void outcome(boolean newOk, String newMessage) {
    ok = newOk;
    message = newMessage;
  }
}
