package io.tideline.engine.plan;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the journeys and their weights, {@code mix { "Browse timeline" = 3, "Create memory" = 1 }},
 * and what one user of each costs. A weight of 0 leaves a journey out.
 */
final class MixReader {
  private final Catalogue catalogue;

  MixReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The mix in {@code node}, with the footprints of its journeys. */
  Mix read(Node node, Node footprints) {
    catalogue.check(node);
    catalogue.check(footprints);
    Map<String, Integer> weights = weights(node);
    if (weights.isEmpty()) {
      String names = String.join(", ", catalogue.names());
      node.problems()
          .add(
              "mix: no journey has a weight above 0; name at least one"
                  + (names.isEmpty() ? "" : " of " + names));
    }
    return new Mix(weights, FootprintReader.read(footprints, weights.keySet()));
  }

  private Map<String, Integer> weights(Node node) {
    Map<String, Integer> weights = new LinkedHashMap<>();
    for (String journey : node.keys()) {
      int weight = node.read(journey, Values.WEIGHT, 1);
      if (weight > 0 && catalogue.allows(journey)) {
        weights.put(journey, weight);
      }
    }
    return weights;
  }
}
