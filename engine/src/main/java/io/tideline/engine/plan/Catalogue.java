package io.tideline.engine.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The journeys that the simulations know, against which a plan's names are checked.
 *
 * @param journeys by name, in the order in which they should be listed
 * @param complete whether there are no others; if not, any name of a journey or request will do
 */
public record Catalogue(Map<String, Entry> journeys, boolean complete) {

  public Catalogue {
    journeys = Collections.unmodifiableMap(new LinkedHashMap<>(journeys));
  }

  /** All journeys there are. */
  public Catalogue(Map<String, Entry> journeys) {
    this(journeys, true);
  }

  /** For whoever reads a plan without its simulations: no name is checked. */
  public static Catalogue any() {
    return new Catalogue(Map.of(), false);
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

  /** Whether a journey may be called so. */
  boolean allows(String journey) {
    return !complete || journeys.containsKey(journey);
  }

  /** Notes each key of {@code node} that is no journey, nor one of {@code others}. */
  void check(Node node, String... others) {
    if (complete) {
      Set<String> known = new HashSet<>(journeys.keySet());
      Collections.addAll(known, others);
      node.allow(known);
    }
  }

  /** The names of all journeys that are known. */
  List<String> names() {
    return new ArrayList<>(journeys.keySet());
  }

  /** The names of all requests of some journeys, each once. */
  List<String> requests(List<String> some) {
    return journeys.entrySet().stream()
        .filter(journey -> some.contains(journey.getKey()))
        .map(Map.Entry::getValue)
        .flatMap(entry -> entry.requests().stream())
        .distinct()
        .toList();
  }
}
