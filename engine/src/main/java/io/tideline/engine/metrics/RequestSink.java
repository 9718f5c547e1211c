package io.tideline.engine.metrics;

import io.tideline.engine.simlog.LogPath;

/** Is told each request of a log with its phase, beside the histogram that is scraped. */
@FunctionalInterface
interface RequestSink {
  /** Tells nobody. */
  RequestSink NONE = (path, phase, ok, millis) -> {};

  void request(LogPath path, int phase, boolean ok, int millis);
}
