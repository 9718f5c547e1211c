package io.tideline.engine.plan;

import io.tideline.engine.plan.Node.ValueType;
import io.tideline.engine.plan.Phase.Level;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the phases of a scenario. Each names exactly one shape: {@code hold = 1}, {@code ramp = [0,
 * 1]}, {@code steps = [1, 2, 3]} (a phase for each, {@code lasts} long each) or {@code curve = [[0,
 * 0.3], [12, 1], [24, 0.3]]} (corners of any time unit, stretched to the phase's length; or the
 * name of a CSV file with them). A phase with {@code instants = "FILE"} replays recorded arrivals
 * instead, and {@code phases = spike} stands for those of a ready-made profile.
 */
final class PhaseReader {
  private static final Set<String> SHAPES = Set.of("hold", "ramp", "steps", "curve");
  private static final String INSTANTS = "instants";
  private static final Set<String> KEYS =
      Set.of("name", "lasts", "warm-up", "hold", "ramp", "steps", "curve", INSTANTS);

  private static final ValueType<List<Double>> LEVELS =
      new ValueType<>(
          "list of levels of 0 or more", "[1, 2, 4]", c -> levels(c.getDoubleList(Node.SINGLE), 1));
  private static final ValueType<List<Double>> RAMP =
      new ValueType<>(
          "pair of levels of 0 or more", "[0, 1]", c -> pair(c.getDoubleList(Node.SINGLE)));
  private static final ValueType<List<Level>> CURVE =
      new ValueType<>(
          "list of [time, level] with times that rise from 0",
          "[[0, 0.3], [12, 1], [24, 0.3]]",
          c -> corners(points(c.getList(Node.SINGLE).unwrapped())));

  private PhaseReader() {}

  static List<Phase> read(Node scenario) {
    if (scenario.isText("phases")) {
      return ReadyPhases.read(scenario);
    }
    List<Phase> phases = new ArrayList<>();
    List<Node> nodes = scenario.children("phases");
    if (nodes.isEmpty()) {
      scenario.problem(
          "phases",
          "a scenario needs at least one phase, such as"
              + " { name = steady, hold = 1, lasts = 10 m }");
    }
    for (Node node : nodes) {
      phases.addAll(phases(node));
    }
    checkTogether(scenario, phases);
    return phases;
  }

  private static void checkTogether(Node scenario, List<Phase> phases) {
    Set<String> names = new HashSet<>();
    for (Phase phase : phases) {
      if (!names.add(phase.name())) {
        scenario.problem("phases", "two phases are called \"" + phase.name() + "\"; rename one");
      }
    }
    if (!phases.isEmpty() && phases.stream().allMatch(Phase::warmUp)) {
      scenario.problem("phases", "all phases are warm-up; one must count for the verdict");
    }
    if (!phases.isEmpty() && phases.stream().allMatch(PhaseReader::isSilent)) {
      scenario.problem("phases", "no phase has a level above 0; nobody would arrive");
    }
  }

  private static boolean isSilent(Phase phase) {
    return phase.levels().stream().allMatch(level -> level.level() == 0);
  }

  private static List<Phase> phases(Node node) {
    node.allow(KEYS);
    String name = node.read("name", Values.TEXT, "");
    if (name.isBlank()) {
      node.problem("name", "a phase needs a name, such as name = steady");
    }
    if (node.has(INSTANTS)) {
      return RecordedPhase.read(node, name);
    }
    if (!node.has("lasts")) {
      node.problem("lasts", "a phase needs a length, such as lasts = 10 m");
    }
    Duration lasts = node.read("lasts", Values.DURATION, Duration.ofSeconds(1));
    boolean warmUp = node.read("warm-up", Values.FLAG, false);
    List<List<Level>> shapes = shapes(node);
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      String own = shapes.size() == 1 ? name : name + " " + (i + 1);
      phases.add(new Phase(own, lasts, warmUp, shapes.get(i)));
    }
    return phases;
  }

  /** One list of levels for each phase that the block stands for. */
  private static List<List<Level>> shapes(Node node) {
    List<String> named = node.keys().stream().filter(SHAPES::contains).toList();
    if (named.size() != 1) {
      node.problem(
          "name",
          "a phase needs exactly one of hold, ramp, steps, curve, instants; this one has "
              + (named.isEmpty() ? "none" : String.join(" and ", named)));
      return List.of();
    }
    return switch (named.get(0)) {
      case "hold" -> one(hold(node.readOrNull("hold", Values.NOT_NEGATIVE)));
      case "ramp" -> one(ramp(node.readOrNull("ramp", RAMP)));
      case "curve" -> one(curve(node));
      default -> steps(node.readOrNull("steps", LEVELS));
    };
  }

  private static List<List<Level>> one(@Nullable List<Level> levels) {
    return levels == null ? List.of() : List.of(levels);
  }

  private static @Nullable List<Level> hold(@Nullable Double level) {
    return level == null ? null : List.of(new Level(0, level), new Level(1, level));
  }

  private static @Nullable List<Level> ramp(@Nullable List<Double> ends) {
    return ends == null ? null : List.of(new Level(0, ends.get(0)), new Level(1, ends.get(1)));
  }

  private static List<List<Level>> steps(@Nullable List<Double> levels) {
    return levels == null
        ? List.of()
        : levels.stream().map(level -> List.of(new Level(0, level), new Level(1, level))).toList();
  }

  private static List<Double> levels(List<Double> values, int least) {
    if (values.size() < least || values.stream().anyMatch(v -> !(v >= 0 && v < 1e9))) {
      throw new IllegalArgumentException("out of range");
    }
    return values;
  }

  private static List<Double> pair(List<Double> values) {
    if (values.size() != 2) {
      throw new IllegalArgumentException("not a pair");
    }
    return levels(values, 2);
  }

  /** The corners in the plan file itself, or in the CSV file that it names beside it. */
  private static @Nullable List<Level> curve(Node node) {
    String file = node.isText("curve") ? node.readOrNull("curve", Values.TEXT) : null;
    if (file == null) {
      return node.readOrNull("curve", CURVE);
    }
    try {
      return corners(CurveFile.read(node.beside("curve", file)));
    } catch (IOException e) {
      node.problem("curve", String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      node.problem("curve", file + ": its times must rise from 0 and its levels be 0 or more");
    }
    return null;
  }

  private static List<double[]> points(List<Object> values) {
    return values.stream().map(PhaseReader::point).toList();
  }

  private static double[] point(Object value) {
    if (value instanceof List<?> pair
        && pair.size() == 2
        && pair.get(0) instanceof Number at
        && pair.get(1) instanceof Number level) {
      return new double[] {at.doubleValue(), level.doubleValue()};
    }
    throw new IllegalArgumentException("not a point");
  }

  private static List<Level> corners(List<double[]> points) {
    double end = points.size() < 2 ? 0 : points.get(points.size() - 1)[0];
    if (!(end > 0 && points.get(0)[0] == 0)) {
      throw new IllegalArgumentException("out of order");
    }
    List<Level> corners = new ArrayList<>();
    double last = 0;
    for (double[] point : points) {
      if (!(point[0] >= last && point[1] >= 0 && point[1] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("out of order");
      }
      corners.add(new Level(point[0] / end, point[1]));
      last = point[0];
    }
    return corners;
  }
}
