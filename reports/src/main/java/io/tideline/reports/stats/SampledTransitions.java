package io.tideline.reports.stats;

import io.tideline.reports.stats.Transitions.Transition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transitions of a circuit breaker as far as a resource tells them that is above 0 while it is
 * open. A breaker that was open for less than an interval may be missed, and whether it was half
 * open is not known at all.
 */
final class SampledTransitions {
  private SampledTransitions() {}

  /** What the resource of this name tells; null when there is none. */
  static @Nullable Transitions of(@Nullable Resources resources, String name) {
    if (resources == null) {
      return null;
    }
    return resources.rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .map(row -> new Transitions(true, changes(row, resources.intervalSeconds())))
        .orElse(null);
  }

  private static List<Transition> changes(ResourceRow row, int seconds) {
    List<Transition> changes = new ArrayList<>();
    BreakerState state = BreakerState.CLOSED;
    for (int i = 0; i < row.means().size(); i++) {
      Double mean = row.means().get(i);
      BreakerState next = mean == null ? state : mean > 0 ? BreakerState.OPEN : BreakerState.CLOSED;
      if (next != state) {
        changes.add(new Transition((double) i * seconds, row.name(), state, next));
        state = next;
      }
    }
    return changes;
  }
}
