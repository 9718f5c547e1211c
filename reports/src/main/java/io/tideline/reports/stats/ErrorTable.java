package io.tideline.reports.stats;

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

  private final Map<Key, Tally> tallies = new HashMap<>();
  private final Tally others = new Tally();

  /** What failures are told apart by. */
  record Key(String message, RequestKey request, int phase) {}

  /** How often something happened, and when first and last. */
  static final class Tally {
    private long count;
    private long firstMillis = Long.MAX_VALUE;
    private long lastMillis = Long.MIN_VALUE;

    void add(long millis) {
      count++;
      firstMillis = Math.min(firstMillis, millis);
      lastMillis = Math.max(lastMillis, millis);
    }

    private void add(Tally other) {
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

  void add(Key key, long millis) {
    tally(key).add(millis);
  }

  void add(Key key, Tally tally) {
    tally(key).add(tally);
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
              others.lastSeconds()));
    }
    return rows;
  }

  private static ErrorRow row(Key key, Tally tally, PhaseClock clock) {
    RequestKey request = key.request();
    return new ErrorRow(
        key.message(),
        request.journey(),
        request.name(),
        clock.name(key.phase()),
        tally.count,
        tally.firstSeconds(),
        tally.lastSeconds());
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
