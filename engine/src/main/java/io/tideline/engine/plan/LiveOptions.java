package io.tideline.engine.plan;

import com.typesafe.config.ConfigException;
import io.tideline.engine.plan.Node.ValueType;
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
    Reader reader = new Reader(options, problems);
    return new LiveOptions(
        options.value("metricsHost").orElse("127.0.0.1"),
        reader.read("metricsPort", Values.PORT, 0),
        reader.read("linger", Values.DURATION, Duration.ZERO),
        reader.read("progress", Values.PROGRESS, Progress.AUTO));
  }

  private record Reader(Options options, Problems problems) {
    <T> T read(String name, ValueType<T> type, T fallback) {
      String text = options.value(name).orElse(null);
      if (text == null) {
        return fallback;
      }
      try {
        return Values.parse(text, type);
      } catch (ConfigException | IllegalArgumentException e) {
        problems.add(
            options.where(name)
                + ": is no "
                + type.name()
                + "; write for example "
                + type.example());
        return fallback;
      }
    }
  }
}
