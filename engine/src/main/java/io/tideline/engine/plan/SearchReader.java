package io.tideline.engine.plan;

import io.tideline.engine.plan.Phase.Level;
import io.tideline.engine.plan.Search.Levels;
import io.tideline.engine.plan.Search.Times;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the search of a scenario: {@code search { start = 1, floor = 0.25, cap = 20 }}, all of it
 * optional. Besides its warm-up such a scenario has one phase, a hold at level 1, which bounds how
 * long the search may take; a quarter of it is left for what lies between the steps.
 */
final class SearchReader {
  private static final Set<String> KEYS =
      Set.of("start", "floor", "cap", "ramp", "settle", "measure", "hold", "at-least");
  private static final List<Level> HOLD = List.of(new Level(0, 1), new Level(1, 1));
  private static final double SHARE_FOR_STEPS = 0.75;
  private static final double STANDARD_FLOOR = 0.25;
  private static final double STANDARD_CAP = 20;

  private final Node scenario;
  private final Load load;

  SearchReader(Node scenario, Load load) {
    this.scenario = scenario;
    this.load = load;
  }

  /** The search, or null when the scenario has none. */
  @Nullable Search read() {
    if (!scenario.has("search")) {
      return null;
    }
    Node node = scenario.child("search");
    node.allow(KEYS);
    checkLoad();
    return new Search(levels(node), times(node), longest(), atLeast(node));
  }

  private void checkLoad() {
    List<Phase> measured = load.phases().stream().filter(phase -> !phase.warmUp()).toList();
    if (measured.size() != 1 || !measured.get(0).levels().equals(HOLD)) {
      scenario.problem(
          "phases",
          "a search needs one phase besides its warm-up, such as"
              + " { name = search, hold = 1, lasts = 3 h }");
    }
    if (load.slice().of() > 1) {
      scenario.problem("search", "a search cannot be split over generators; leave out slice");
    }
  }

  private static Levels levels(Node node) {
    double start = node.read("start", Values.POSITIVE, 1.0);
    double floor = node.read("floor", Values.POSITIVE, Math.min(start, STANDARD_FLOOR));
    double cap = node.read("cap", Values.POSITIVE, Math.max(start, STANDARD_CAP));
    if (floor > start || start > cap) {
      node.problem(
          "start", "levels must rise from floor " + floor + " over start " + start + " to " + cap);
    }
    return new Levels(floor, start, cap);
  }

  private Times times(Node node) {
    Duration measure = node.read("measure", Values.DURATION, Duration.ofMinutes(1));
    Duration hold = node.read("hold", Values.DURATION, Duration.ofMinutes(10));
    if (hold.compareTo(measure) < 0) {
      node.problem("hold", "must not be shorter than measure");
    }
    return new Times(
        compressed(node.read("ramp", Values.DURATION, Duration.ofSeconds(10))),
        compressed(node.read("settle", Values.DURATION, Duration.ofSeconds(30))),
        compressed(measure),
        compressed(hold));
  }

  private Duration compressed(Duration duration) {
    return scaled(duration, 1 / load.speedup());
  }

  private Duration longest() {
    return load.phases().stream()
        .filter(phase -> !phase.warmUp())
        .map(phase -> scaled(phase.duration(), SHARE_FOR_STEPS))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration scaled(Duration duration, double factor) {
    return Duration.ofNanos(Math.max(1, Math.round(duration.toNanos() * factor)));
  }

  private static @Nullable Double atLeast(Node node) {
    return node.readOrNull("at-least", Values.POSITIVE);
  }
}
