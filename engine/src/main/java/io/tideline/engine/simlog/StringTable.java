package io.tideline.engine.simlog;

import java.util.ArrayList;
import java.util.List;

/**
 * The strings that a log has introduced, by index from 1. Gatling never forgets one, and neither
 * can a reader; so that a log with endless distinct messages does not fill the memory, strings past
 * a bound on their number or their length in all are replaced by {@link #NOT_KEPT}.
 */
final class StringTable {
  static final String NOT_KEPT = "(one of too many distinct names and messages)";
  static final int MOST_STRINGS = 1 << 18;
  static final int MOST_CHARS = 1 << 24;

  private final List<String> strings = new ArrayList<>(List.of(""));
  private int next = 1;
  private long chars;

  /** The index that the next new string will have. */
  int next() {
    return next;
  }

  /** Whether {@code index} has been introduced. */
  boolean has(int index) {
    return index > 0 && index < next;
  }

  /** The string with an index that has been introduced. */
  String get(int index) {
    return index < strings.size() ? strings.get(index) : NOT_KEPT;
  }

  /** {@code index}, or one index for all the strings that were not kept. */
  int kept(int index) {
    return Math.min(index, strings.size());
  }

  void add(String string) {
    boolean full = strings.size() > MOST_STRINGS || chars + string.length() > MOST_CHARS;
    if (full || strings.size() < next) {
      next++;
      return;
    }
    strings.add(string);
    chars += string.length();
    next++;
  }

  /** Takes back what was added since {@link #next()} was {@code earlier}. */
  void backTo(int earlier) {
    while (strings.size() > earlier) {
      chars -= strings.remove(strings.size() - 1).length();
    }
    next = earlier;
  }
}
