package io.tideline.engine.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The journeys that the simulations know, against which a plan's names are checked.
 *
 * @param journeys by name, in the order in which they should be listed
 */
public record Catalogue(Map<String, Entry> journeys) {

  public Catalogue {
    journeys = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(journeys));
  }

  /**
   * One journey.
   *
   * @param requests names of its requests
   * @param mostRequests how many requests one user of it sends at most
   */
  public record Entry(List<String> requests, int mostRequests) {
    public Entry {
      requests = List.copyOf(requests);
    }
  }

  /** The names of all requests, each once. */
  List<String> requests() {
    return journeys.values().stream()
        .flatMap(entry -> entry.requests().stream())
        .distinct()
        .toList();
  }
}
