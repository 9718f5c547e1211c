package io.tideline.engine.simlog;

/**
 * A pass of one user through a group, as a view that the parser fills again for the next one. Times
 * are milliseconds since the run's start.
 */
public final class GroupRecord {
  private LogPath path = LogPath.ROOT;
  private int startMillis;
  private int endMillis;
  private int responseMillis;
  private boolean ok;

  GroupRecord() {}

  /** A record of its own with what the view holds now. */
  GroupRecord copy() {
    GroupRecord copy = new GroupRecord();
    copy.at(path, startMillis, endMillis);
    copy.outcome(ok, responseMillis);
    return copy;
  }

  /** The group, outermost first. */
  public LogPath path() {
    return path;
  }

  /** When the user entered. */
  public int startMillis() {
    return startMillis;
  }

  /** When the user left; never before entering. */
  public int endMillis() {
    return endMillis;
  }

  /** Response times of the requests within, added up: the duration without the pauses. */
  public int responseMillis() {
    return responseMillis;
  }

  /** Whether every request within succeeded. */
  public boolean ok() {
    return ok;
  }

  void at(LogPath newPath, int start, int end) {
    path = newPath;
    startMillis = start;
    endMillis = end;
  }

  void outcome(boolean newOk, int newResponseMillis) {
    ok = newOk;
    responseMillis = newResponseMillis;
  }
}
