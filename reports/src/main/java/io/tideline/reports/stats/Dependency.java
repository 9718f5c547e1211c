package io.tideline.reports.stats;

import java.util.List;

/**
 * What was asked of a dependency through its proxy.
 *
 * @param proxy its name in the plan
 * @param attempts tries in each interval of the time line
 */
public record Dependency(String proxy, List<Long> attempts) {
  public Dependency {
    attempts = List.copyOf(attempts);
  }

  /** Tries in the intervals of a window. */
  public long attempts(FaultWindow window) {
    int to = Math.min(window.to(), attempts.size());
    int from = Math.min(window.from(), to);
    return attempts.subList(from, to).stream().mapToLong(Long::longValue).sum();
  }
}
