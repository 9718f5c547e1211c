package io.tideline.engine.plan;

import java.time.Duration;

/**
 * How a run is shown while it goes on. None of it changes the run.
 *
 * @param host interface that metrics and page are served on
 * @param port of it; 0 for a free one
 * @param linger how long they are still served after the verdict, for a last scrape
 * @param progress what the terminal shows
 */
public record LiveOptions(String host, int port, Duration linger, Progress progress) {

  /** What the terminal shows of a run. */
  public enum Progress {
    /** A line that is rewritten on a terminal, plain lines elsewhere. */
    AUTO,
    /** One line that is rewritten in place. */
    LINE,
    /** A new line every ten seconds. */
    PLAIN,
    /** Nothing. */
    OFF
  }

  /**
   * Reads the options {@code metricsHost}, {@code metricsPort}, {@code linger}, {@code progress}.
   */
  public static LiveOptions read(Options options, Problems problems) {
    AskedOptions asked = new AskedOptions(options, problems);
    return new LiveOptions(
        options.value("metricsHost").orElse("127.0.0.1"),
        asked.value("metricsPort", Values.PORT, 0),
        asked.value("linger", Values.DURATION, Duration.ZERO),
        asked.value("progress", Values.PROGRESS, Progress.AUTO));
  }
}
