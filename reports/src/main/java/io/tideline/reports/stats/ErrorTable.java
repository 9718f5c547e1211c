package io.tideline.reports.stats;

import io.tideline.engine.simlog.MessagePattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Failures told apart by message, request and phase, as far as a bound on their number goes; the
 * others are only counted.
 */
final class ErrorTable {
  static final int MOST_ROWS = 1_000;

  private static final Comparator<@Nullable String> TEXT =
      Comparator.nullsLast(Comparator.naturalOrder());
  static final Comparator<ErrorRow> MOST_FREQUENT_FIRST =
      Comparator.comparingLong(ErrorRow::count)
          .reversed()
          .thenComparing(ErrorRow::firstSeconds)
          .thenComparing(ErrorRow::message)
          .thenComparing(ErrorRow::journey, TEXT)
          .thenComparing(ErrorRow::request, TEXT);

  private static final int MOST_PATTERNS = 1 << 12;

  private final Map<Key, Tally> tallies = new HashMap<>();

  /** Patterns of the messages seen last, most of which come again. */
  private final Map<String, String> patterns = new HashMap<>();

  private final Tally others = new Tally();

  /**
   * What failures are told apart by.
   *
   * @param pattern what their messages have in common
   */
  record Key(String pattern, RequestKey request, int phase) {}

  /** How often something happened, and when first and last. */
  static final class Tally {
    private long count;
    private long firstMillis = Long.MAX_VALUE;
    private long lastMillis = Long.MIN_VALUE;
    private String example = "";
    private boolean differ;

    void add(String message, long millis) {
      note(message, millis);
      count++;
      firstMillis = Math.min(firstMillis, millis);
      lastMillis = Math.max(lastMillis, millis);
    }

    /** Keeps the earliest message; of those of one instant the first by its letters. */
    private void note(String message, long millis) {
      if (count == 0) {
        example = message;
        return;
      }
      boolean same = example.equals(message);
      differ |= !same;
      if (millis < firstMillis
          || (!same && millis == firstMillis && message.compareTo(example) < 0)) {
        example = message;
      }
    }

    /** The first message. */
    String example() {
      return example;
    }

    private void add(Tally other, String message) {
      note(message, other.firstMillis);
      differ |= other.differ;
      count += other.count;
      firstMillis = Math.min(firstMillis, other.firstMillis);
      lastMillis = Math.max(lastMillis, other.lastMillis);
    }

    long count() {
      return count;
    }

    double firstSeconds() {
      return Millis.toSeconds(firstMillis);
    }

    double lastSeconds() {
      return Millis.toSeconds(lastMillis);
    }
  }

  void add(String message, RequestKey request, int phase, long millis) {
    String kept = MessagePattern.shortened(message);
    tally(new Key(pattern(kept), request, phase)).add(kept, millis);
  }

  /**
   * @param example the first message of {@code tally}
   */
  void add(String example, RequestKey request, int phase, Tally tally) {
    String kept = MessagePattern.shortened(example);
    tally(new Key(pattern(kept), request, phase)).add(tally, kept);
  }

  private String pattern(String message) {
    String known = patterns.get(message);
    if (known == null) {
      known = MessagePattern.of(message);
      if (patterns.size() < MOST_PATTERNS) {
        patterns.put(message, known);
      }
    }
    return known;
  }

  /** The most frequent first, ties by their names; last what was not told apart. */
  List<ErrorRow> rows(PhaseClock clock) {
    List<ErrorRow> rows = new ArrayList<>();
    tallies.forEach((key, tally) -> rows.add(row(key, tally, clock)));
    rows.sort(MOST_FREQUENT_FIRST);
    if (others.count > 0) {
      String message = "(further errors, past " + MOST_ROWS + " that were told apart)";
      rows.add(
          new ErrorRow(
              message,
              null,
              null,
              null,
              others.count,
              others.firstSeconds(),
              others.lastSeconds(),
              null));
    }
    return rows;
  }

  private static ErrorRow row(Key key, Tally tally, PhaseClock clock) {
    RequestKey request = key.request();
    return new ErrorRow(
        tally.differ ? key.pattern() : tally.example,
        request.journey(),
        request.name(),
        clock.name(key.phase()),
        tally.count,
        tally.firstSeconds(),
        tally.lastSeconds(),
        tally.differ ? tally.example : null);
  }

  private Tally tally(Key key) {
    Tally known = tallies.get(key);
    if (known != null) {
      return known;
    }
    if (tallies.size() >= MOST_ROWS) {
      return others;
    }
    Tally tally = new Tally();
    tallies.put(key, tally);
    return tally;
  }
}
