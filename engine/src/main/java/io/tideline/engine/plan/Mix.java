package io.tideline.engine.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Journeys and their weights, in the order of the plan file.
 *
 * @param weights journey to its share of the arrivals, as an integer weight of 0 or more with a sum
 *     above 0; of every block of as many arrivals as the weights add up to (after reducing them by
 *     their greatest common divisor) each journey gets exactly its weight
 */
public record Mix(Map<String, Integer> weights) {

  public Mix {
    weights = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }

  /** The journeys in the order of the plan file; an arrival's journey is an index into it. */
  public List<String> journeys() {
    return List.copyOf(weights.keySet());
  }
}
