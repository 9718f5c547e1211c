package io.tideline.reports.gate;

import io.tideline.reports.stats.LogFacts;

/** What is said of a log besides its checks. */
public final class LogWords {
  private LogWords() {}

  /** A sentence on messages of the server that are no requests; empty without any. */
  public static String unmatched(LogFacts log) {
    return log.unmatchedMessages() == 0
        ? ""
        : Figures.count(log.unmatchedMessages(), "message")
            + " of the server that no check waited for (WebSocket, SSE) are no requests and not"
            + " counted as such.";
  }
}
