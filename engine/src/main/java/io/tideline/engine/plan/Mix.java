package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Journeys and their weights, in the order of the plan file.
 *
 * @param weights journey to its share of the arrivals, as an integer weight of 0 or more with a sum
 *     above 0; of every block of as many arrivals as the weights add up to (after reducing them by
 *     their greatest common divisor) each journey gets exactly its weight
 * @param footprints journey to what one of its users costs; a journey that is not there costs
 *     nobody knows how much
 */
public record Mix(
    Map<String, Integer> weights,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Footprint> footprints) {

  public Mix {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    footprints = Collections.unmodifiableMap(new LinkedHashMap<>(footprints));
  }

  /** A mix of which only the weights are known. */
  public Mix(Map<String, Integer> weights) {
    this(weights, Map.of());
  }

  /** The journeys in the order of the plan file; an arrival's journey is an index into it. */
  public List<String> journeys() {
    return List.copyOf(weights.keySet());
  }
}
