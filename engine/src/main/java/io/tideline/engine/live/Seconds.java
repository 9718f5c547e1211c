package io.tideline.engine.live;

/**
 * Whole seconds since the start that a log's times count from: from {@code from}, up to and without
 * {@code to}.
 */
public record Seconds(int from, int to) {
  private static final int MILLIS = 1_000;

  public Seconds {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("seconds " + from + " to " + to);
    }
  }

  /** How many. */
  public int length() {
    return to - from;
  }

  /** The {@code index}-th of {@code parts} parts as equal as whole seconds allow. */
  Seconds part(int index, int parts) {
    return new Seconds(edge(index, parts), edge(index + 1, parts));
  }

  /** The second that an instant lies in. */
  static int of(int millis) {
    return millis / MILLIS;
  }

  private int edge(int index, int parts) {
    return from + (int) ((long) length() * index / parts);
  }
}
