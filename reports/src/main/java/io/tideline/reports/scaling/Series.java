package io.tideline.reports.scaling;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.Steering;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.ResourceRow;
import io.tideline.reports.stats.Resources;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Load and replicas of a run on one clock.
 *
 * @param intervalSeconds length of an interval
 * @param measuredFrom first interval after the warm-up
 * @param loads new users per second that were due at the middle of each interval, up to the plan's
 *     end; a pause or a change by hand is in it
 * @param replicas mean of each interval; null where nobody knows
 */
public record Series(
    int intervalSeconds, int measuredFrom, List<Double> loads, List<@Nullable Double> replicas) {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double TOLERANCE = 1e-6;

  public Series {
    loads = List.copyOf(loads);
    replicas = Collections.unmodifiableList(new ArrayList<>(replicas));
  }

  /** Those of a run; null when no resource is called {@code replicas}. */
  static @Nullable Series of(Run run, Plan plan, String replicas) {
    Resources resources = run.resources();
    ResourceRow row = resources == null ? null : row(resources, replicas);
    if (resources == null || row == null) {
      return null;
    }
    int seconds = resources.intervalSeconds();
    Steering steering = Steering.replay(Schedule.of(plan), run.events());
    List<Double> loads = new ArrayList<>();
    List<@Nullable Double> counts = new ArrayList<>();
    for (int i = 0; i < row.means().size(); i++) {
      long middle = Math.round((i + 0.5) * seconds * NANOS_PER_SECOND);
      if (!steering.isOver(middle)) {
        loads.add(steering.rateAt(middle));
        counts.add(row.means().get(i));
      }
    }
    double warm =
        run.phases().stream()
            .filter(PhaseRow::warmUp)
            .mapToDouble(phase -> phase.startSeconds() + phase.durationSeconds())
            .max()
            .orElse(0);
    return new Series(seconds, (int) Math.ceil(warm / seconds), loads, counts);
  }

  /** The resource of that name, or the only one that is a group of it. */
  private static @Nullable ResourceRow row(Resources resources, String name) {
    List<ResourceRow> named =
        resources.rows().stream().filter(row -> row.name().equals(name)).toList();
    if (!named.isEmpty()) {
      return named.get(0);
    }
    List<ResourceRow> groups =
        resources.rows().stream().filter(row -> row.name().startsWith(name + " ")).toList();
    return groups.size() == 1 ? groups.get(0) : null;
  }

  /** How many intervals there are. */
  public int count() {
    return loads.size();
  }

  double load(int interval) {
    return loads.get(interval);
  }

  /** Whether there are more replicas than {@code count}. */
  boolean exceeds(int interval, double count) {
    Double there = replicas.get(interval);
    return there != null && there > count + TOLERANCE;
  }

  /** Whether there are known to be no more than {@code count}. */
  boolean within(int interval, double count) {
    Double there = replicas.get(interval);
    return there != null && there <= count + TOLERANCE;
  }

  /** How many there were last, at an interval or before it; null when nobody knows. */
  @Nullable Double last(int interval) {
    for (int i = Math.min(interval, count() - 1); i >= 0; i--) {
      Double there = replicas.get(i);
      if (there != null) {
        return there;
      }
    }
    return null;
  }

  /** The most from one interval to before another; null when nobody knows. */
  public @Nullable Double most(int from, int to) {
    return replicas.subList(from, to).stream()
        .filter(Objects::nonNull)
        .max(Double::compare)
        .orElse(null);
  }

  /** The fewest from one interval to before another; null when nobody knows. */
  public @Nullable Double fewest(int from, int to) {
    return replicas.subList(from, to).stream()
        .filter(Objects::nonNull)
        .min(Double::compare)
        .orElse(null);
  }

  double seconds(int interval) {
    return (double) interval * intervalSeconds;
  }
}
