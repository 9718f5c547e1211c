package io.tideline.reports.gate;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed failure of an earlier run, as the history remembers it.
 *
 * @param run id of the run
 * @param start when it began; null when that is not known
 * @param worse what was confirmed to be worse: the id of the check, and what the confirmation runs
 *     came to over what was expected, 0 when that is not known
 * @param file where the run is kept
 */
public record Failure(String run, @Nullable Instant start, Map<String, Double> worse, String file) {
  private static final double MOST_APART = 0.5;
  private static final double NOISE = 0.1;

  /** In the order of the ids. */
  public Failure {
    worse = java.util.Collections.unmodifiableMap(new TreeMap<>(worse));
  }

  /**
   * Whether another failure is the same one: at least half of all metrics that are worse in either
   * are worse in both, and by about as much, in the middle of them. What grew by half is news.
   */
  public boolean isSameAs(Failure other) {
    Set<String> both = new HashSet<>(worse.keySet());
    both.retainAll(other.worse.keySet());
    Set<String> either = new HashSet<>(worse.keySet());
    either.addAll(other.worse.keySet());
    if (both.isEmpty() || 2 * both.size() < either.size()) {
      return false;
    }
    double own = middle(worse, both);
    double others = middle(other.worse, both);
    return Math.abs(own - others) <= Math.max(NOISE, MOST_APART * Math.min(own, others));
  }

  /** The median change, as a distance of logarithms. */
  private static double middle(Map<String, Double> worse, Set<String> of) {
    double[] changes =
        of.stream()
            .mapToDouble(id -> worse.getOrDefault(id, 0.0))
            .map(ratio -> ratio > 0 ? Math.abs(Math.log(ratio)) : 0)
            .sorted()
            .toArray();
    return changes[changes.length / 2];
  }
}
