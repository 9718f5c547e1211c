package io.tideline.reports.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run with faults besides its requests.
 *
 * @param dependencies one for each proxy, in the order in which they were first told
 * @param transitions of the target's circuit breakers; null when nothing tells
 * @param writes what became of acknowledged writes; null when they were not looked up
 */
public record Aftermath(
    List<Dependency> dependencies,
    @Nullable Transitions transitions,
    @Nullable WriteCounts writes) {
  public Aftermath {
    dependencies = List.copyOf(dependencies);
  }

  /** Whether nothing is known. */
  boolean isEmpty() {
    return dependencies.isEmpty() && transitions == null && writes == null;
  }
}
