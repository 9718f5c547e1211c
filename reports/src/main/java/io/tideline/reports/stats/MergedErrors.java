package io.tideline.reports.stats;

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
    Map<Key, ErrorRow> sums = new LinkedHashMap<>();
    for (Run run : runs) {
      for (ErrorRow row : run.errors()) {
        Key key = new Key(row.message(), row.journey(), row.request(), row.phase());
        sums.merge(key, row, MergedErrors::sum);
      }
    }
    List<ErrorRow> rows = new ArrayList<>();
    List<ErrorRow> others = new ArrayList<>();
    sums.values().forEach(row -> (row.request() == null ? others : rows).add(row));
    rows.sort(ErrorTable.MOST_FREQUENT_FIRST);
    rows.addAll(others);
    return rows;
  }

  private static ErrorRow sum(ErrorRow one, ErrorRow other) {
    return new ErrorRow(
        one.message(),
        one.journey(),
        one.request(),
        one.phase(),
        one.count() + other.count(),
        Math.min(one.firstSeconds(), other.firstSeconds()),
        Math.max(one.lastSeconds(), other.lastSeconds()));
  }
}
