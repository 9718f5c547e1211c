package io.tideline.engine.resource;

import io.tideline.engine.plan.ResourceSource;
import io.tideline.engine.plan.ResourceSource.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that is to be known of a source.
 *
 * @param all the plan's own first
 */
record Measures(List<Measure> all) {
  Measures {
    all = List.copyOf(all);
  }

  /** Those of a source; throws an IllegalArgumentException with what is wrong with them. */
  static Measures of(ResourceSource source) {
    List<Measure> measures = new ArrayList<>();
    for (Rule rule : source.rules()) {
      measures.add(Measure.of(rule));
    }
    source.mapping().forEach(mapping -> measures.addAll(Mapping.of(mapping).measures()));
    return new Measures(measures);
  }

  /** Names of the metrics that they need. */
  Set<String> metrics() {
    return all.stream().flatMap(Measure::metrics).collect(Collectors.toUnmodifiableSet());
  }

  /** What is told; of two measures with one name the first that is known counts. */
  List<Reading> readings(Sight sight) {
    Map<String, Reading> readings = new LinkedHashMap<>();
    for (Measure measure : all) {
      measure.readings(sight).forEach(each -> readings.putIfAbsent(each.name(), each));
    }
    return List.copyOf(readings.values());
  }
}
