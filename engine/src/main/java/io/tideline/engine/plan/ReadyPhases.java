package io.tideline.engine.plan;

import io.tideline.engine.plan.Phase.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The phases of the ready-made profiles, by name: {@code phases = spike}. They offer what the
 * functions of the same names in {@code Profiles} do.
 */
final class ReadyPhases {
  /** Hour and level of a day: quiet at night, busy at noon, busiest in the evening. */
  private static final double[][] DAY = {
    {0, 0.3},
    {3, 0.15},
    {6, 0.3},
    {9, 0.8},
    {12, 0.9},
    {14, 0.75},
    {18, 0.9},
    {20.5, 1},
    {22, 0.7},
    {24, 0.3}
  };

  private static final Map<String, List<Phase>> BY_NAME = byName();

  private ReadyPhases() {}

  static List<Phase> read(Node scenario) {
    String name = scenario.read("phases", Values.TEXT, "");
    List<Phase> phases = BY_NAME.get(name);
    if (phases == null) {
      scenario.problem(
          "phases",
          "there is no profile \"" + name + "\"; there are " + String.join(", ", BY_NAME.keySet()));
      return List.of();
    }
    return phases;
  }

  private static Map<String, List<Phase>> byName() {
    Map<String, List<Phase>> phases = new LinkedHashMap<>();
    phases.put(
        "smoke",
        List.of(
            new Phase("warm-up", Duration.ofSeconds(5), true, hold(1)),
            new Phase("smoke", Duration.ofSeconds(30), false, hold(1))));
    phases.put("baseline", List.of(warmUp(), phase("steady", 10, 1)));
    phases.put("stress", stress());
    phases.put(
        "spike",
        List.of(warmUp(), phase("before", 2, 1), phase("burst", 5, 10), phase("after", 3, 1)));
    phases.put("soak", soak());
    return phases;
  }

  private static List<Phase> stress() {
    List<Phase> phases = new ArrayList<>(List.of(warmUp()));
    for (int step = 1; step <= 8; step++) {
      phases.add(phase("step " + step, 1, step));
    }
    return phases;
  }

  private static List<Phase> soak() {
    List<Level> day = new ArrayList<>();
    for (double[] corner : DAY) {
      day.add(new Level(corner[0] / DAY[DAY.length - 1][0], corner[1]));
    }
    return List.of(
        new Phase("warm-up", Duration.ofMinutes(15), true, ramp(0, DAY[0][1])),
        new Phase("day", Duration.ofHours(24), false, day));
  }

  private static Phase warmUp() {
    return new Phase("warm-up", Duration.ofMinutes(1), true, ramp(0, 1));
  }

  private static Phase phase(String name, int minutes, double level) {
    return new Phase(name, Duration.ofMinutes(minutes), false, hold(level));
  }

  private static List<Level> hold(double level) {
    return ramp(level, level);
  }

  private static List<Level> ramp(double from, double to) {
    return List.of(new Level(0, from), new Level(1, to));
  }
}
