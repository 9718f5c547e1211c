package io.tideline.engine.resource;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an endpoint told at one instant, in Prometheus' text format 0.0.4. A line that is none of
 * the format is passed over; of two lines on the same series the later one counts.
 *
 * @param lines how many lines were series, wanted or not
 */
record Exposition(Map<String, Map<Map<String, String>, Series>> byName, int lines) {

  /**
   * Reads {@code text}.
   *
   * @param wanted names of the metrics to keep
   */
  static Exposition parse(String text, Set<String> wanted) {
    Map<String, Map<Map<String, String>, Series>> kept = new HashMap<>();
    int[] lines = {0};
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> lines[0] += read(line, wanted, kept) ? 1 : 0);
    return new Exposition(kept, lines[0]);
  }

  /** Whether the line is a series; it is kept if it is wanted. */
  private static boolean read(
      String text, Set<String> wanted, Map<String, Map<Map<String, String>, Series>> kept) {
    SeriesLine line = new SeriesLine(text);
    String name = line.name();
    if (!wanted.contains(name)) {
      return !name.isEmpty() && text.length() > name.length();
    }
    Series series = line.rest(name);
    if (series == null) {
      return false;
    }
    kept.computeIfAbsent(name, key -> new HashMap<>()).put(series.labels(), series);
    return true;
  }

  /** All series of a metric. */
  Collection<Series> of(String name) {
    return byName.getOrDefault(name, Map.of()).values();
  }

  /** The same series as {@code other}, in this exposition: one or none. */
  List<Series> same(Series other) {
    Series found = byName.getOrDefault(other.name(), Map.of()).get(other.labels());
    return found == null ? List.of() : List.of(found);
  }
}
