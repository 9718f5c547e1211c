package io.tideline.reports.stats;

import io.tideline.engine.simlog.MessagePattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The failures of several runs, counted together. */
final class MergedErrors {
  private MergedErrors() {}

  private record Key(
      String message, @Nullable String journey, @Nullable String request, @Nullable String phase) {}

  /** The most frequent first; what was not told apart in a run comes last. */
  static List<ErrorRow> of(List<Run> runs) {
    return rows(runs.stream().flatMap(run -> run.errors().stream()).toList());
  }

  /** The same of rows, of which some may have one pattern. */
  static List<ErrorRow> rows(List<ErrorRow> all) {
    Map<Key, ErrorRow> sums = new LinkedHashMap<>();
    for (ErrorRow row : all) {
      Key key = new Key(row.pattern(), row.journey(), row.request(), row.phase());
      sums.merge(key, row, MergedErrors::sum);
    }
    List<ErrorRow> rows = new ArrayList<>();
    List<ErrorRow> others = new ArrayList<>();
    sums.values().forEach(row -> (row.request() == null ? others : rows).add(row));
    rows.sort(ErrorTable.MOST_FREQUENT_FIRST);
    rows.addAll(others);
    return rows;
  }

  private static ErrorRow sum(ErrorRow one, ErrorRow other) {
    boolean same = one.message().equals(other.message());
    return new ErrorRow(
        MessagePattern.together(one.message(), other.message()),
        one.journey(),
        one.request(),
        one.phase(),
        one.count() + other.count(),
        Math.min(one.firstSeconds(), other.firstSeconds()),
        Math.max(one.lastSeconds(), other.lastSeconds()),
        same && one.example() == null && other.example() == null ? null : first(one, other));
  }

  private static String first(ErrorRow one, ErrorRow other) {
    String mine = example(one);
    String theirs = example(other);
    int order = Double.compare(one.firstSeconds(), other.firstSeconds());
    boolean earlier = order == 0 ? mine.compareTo(theirs) <= 0 : order < 0;
    return earlier ? mine : theirs;
  }

  private static String example(ErrorRow row) {
    String example = row.example();
    return example == null ? row.message() : example;
  }
}
