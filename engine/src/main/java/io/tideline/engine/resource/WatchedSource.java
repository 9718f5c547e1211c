package io.tideline.engine.resource;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.ResourceSource;
import io.tideline.engine.plan.Search;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A source of a plan, ready to be asked.
 *
 * @param name as results name it
 * @param uri where it is
 * @param measures what to know of it
 * @param every how long from one reading to the next
 */
record WatchedSource(String name, URI uri, List<Measure> measures, Duration every) {
  private static final int READINGS_OF_A_STEP = 6;
  private static final Duration SHORTEST = Duration.ofMillis(250);

  WatchedSource {
    measures = List.copyOf(measures);
  }

  /**
   * The source as {@code plan} has it, which is aimed at a target.
   *
   * @throws IllegalArgumentException with what is wrong with it
   */
  static WatchedSource of(ResourceSource source, Plan plan) {
    String base = source.at().startsWith("/") ? plan.target().baseUrl() : "";
    return new WatchedSource(
        source.at(), URI.create(base + source.at()), measures(source), every(source, plan));
  }

  /** All that it measures; throws an IllegalArgumentException with what is wrong with it. */
  static List<Measure> measures(ResourceSource source) {
    List<Measure> measures = new ArrayList<>();
    source.rules().forEach(rule -> measures.add(Measure.of(rule)));
    source.mapping().forEach(mapping -> measures.addAll(Mapping.of(mapping).measures()));
    return measures;
  }

  /** A search needs several readings of each step. */
  private static Duration every(ResourceSource source, Plan plan) {
    Search search = plan.search();
    if (search == null) {
      return source.every();
    }
    Duration needed = search.times().measure().dividedBy(READINGS_OF_A_STEP);
    Duration least = needed.compareTo(SHORTEST) < 0 ? SHORTEST : needed;
    return least.compareTo(source.every()) < 0 ? least : source.every();
  }

  /** Names of the metrics that it needs. */
  Set<String> metrics() {
    return measures.stream().flatMap(Measure::metrics).collect(Collectors.toUnmodifiableSet());
  }

  /** What it tells; of two measures with one name the first that is known counts. */
  List<Reading> readings(Sight sight) {
    Map<String, Reading> readings = new LinkedHashMap<>();
    for (Measure measure : measures) {
      measure.readings(sight).forEach(each -> readings.putIfAbsent(each.name(), each));
    }
    return List.copyOf(readings.values());
  }
}
