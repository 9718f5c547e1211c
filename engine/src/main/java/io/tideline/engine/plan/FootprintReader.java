package io.tideline.engine.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one user of each journey costs: blocks such as {@code "Browse timeline" { requests =
 * 10, bytes = 90 KiB }}. A journey of the mix without one has no footprint.
 */
final class FootprintReader {
  private static final Set<String> KEYS = Set.of("requests", "bytes");

  private FootprintReader() {}

  /** The footprints of the journeys in {@code weights}, in their order. */
  static Map<String, Footprint> read(Node journeys, Set<String> weights) {
    Map<String, Footprint> all = new LinkedHashMap<>();
    for (String journey : journeys.keys()) {
      Footprint footprint = footprint(journeys.child(journey));
      if (footprint != null) {
        all.put(journey, footprint);
      }
    }
    Map<String, Footprint> ofMix = new LinkedHashMap<>();
    for (String journey : weights) {
      if (all.containsKey(journey)) {
        ofMix.put(journey, all.get(journey));
      }
    }
    return ofMix;
  }

  private static @Nullable Footprint footprint(Node node) {
    node.allow(KEYS);
    for (String key : List.of("requests", "bytes")) {
      if (!node.has(key)) {
        node.problem(
            key, "a footprint needs requests and bytes, such as { requests = 10, bytes = 90 KiB }");
      }
    }
    Double requests = node.readOrNull("requests", Values.POSITIVE);
    Long bytes = node.readOrNull("bytes", Values.BYTES);
    return requests == null || bytes == null ? null : new Footprint(requests, bytes);
  }
}
