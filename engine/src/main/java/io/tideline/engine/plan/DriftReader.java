package io.tideline.engine.plan;

import io.tideline.engine.plan.DriftPlan.Look;
import io.tideline.engine.plan.Node.ValueType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a run is judged for leaks and drift: {@code drift { block = 15 m, cycle = 24 h }}, all
 * of it optional. It is judged when the scenario has such a block, or when its measured phases are
 * long enough without one, and never in a search; {@code drift { on = false }} leaves it.
 */
final class DriftReader {
  private static final Set<String> KEYS =
      Set.of(
          "on",
          "block",
          "skip",
          "level",
          "growth",
          "cycle",
          "limits",
          "ignore",
          "look",
          "look-level",
          "stop");

  /** The last block may lack so much of its length, as when the run is judged. */
  private static final double LACKING = 0.05;

  private static final double ALMOST = 1 - LACKING / DriftPlan.LEAST_BLOCKS;

  /** A speedup divides times, which are rounded to nanoseconds. */
  private static final double ROUNDED = 1e-6;

  private static final ValueType<Double> AMOUNT =
      new ValueType<>("amount above 0", "512 MiB, 400 or 80 %", DriftReader::amount);

  private final Node block;
  private final boolean own;
  private final Load load;

  /**
   * @param block of the scenario, or of the defaults
   * @param own whether it is the scenario's own
   * @param load of the run
   */
  DriftReader(Node block, boolean own, Load load) {
    this.block = block;
    this.own = own;
    this.load = load;
  }

  /** How it is judged; null when it is not. */
  @Nullable DriftPlan read(boolean searches) {
    block.allow(KEYS);
    DriftPlan standard = DriftPlan.STANDARD;
    DriftPlan drift =
        new DriftPlan(
            block.read("block", Values.DURATION, standard.block()),
            block.read("skip", Values.SHARE, standard.skip()),
            block.read("level", Values.RISE, standard.level()),
            block.read("growth", Values.RISE, standard.growth()),
            block.readOrNull("cycle", Values.DURATION),
            limits(block.child("limits")),
            block.read("ignore", Values.TEXTS, List.of()),
            look());
    if (drift.skip() >= 1) {
      block.problem("skip", "leaves nothing of the run; write for example 25 %");
      return null;
    }
    boolean on = block.read("on", Values.FLAG, own || isLongEnough(drift));
    if (on && !searches && left(drift) < fewest(drift) * ALMOST) {
      block.problem("block", tooFew(drift));
    }
    return on && !searches ? drift : null;
  }

  private String tooFew(DriftPlan drift) {
    double left = left(drift);
    double warmUp = seconds(true);
    double needed = Math.max(fewest(drift), fewest(drift) / (1 - drift.skip()) - warmUp);
    long shorter = (long) Math.floor(left / DriftPlan.LEAST_BLOCKS);
    return String.format(
        Locale.ROOT,
        "%.0f blocks of %s are left of the run, and leak and drift are judged from %d on; let the"
            + " measured phases last %s of the plan's time, %sor write drift { on = false }",
        Math.floor(left / fewest(drift) * DriftPlan.LEAST_BLOCKS + LACKING),
        minutes(drift.block()),
        DriftPlan.LEAST_BLOCKS,
        minutes(Duration.ofSeconds((long) Math.ceil(needed))),
        shorter == 0
            ? ""
            : "write a block of " + minutes(Duration.ofSeconds(shorter)) + " at most, ");
  }

  /** Seconds of the plan's time that are judged: what comes before is warm-up, or skipped. */
  private double left(DriftPlan drift) {
    double warmUp = seconds(true);
    double whole = warmUp + seconds(false);
    return whole - Math.max(warmUp, drift.skip() * whole);
  }

  private static double fewest(DriftPlan drift) {
    return DriftPlan.LEAST_BLOCKS * drift.block().toNanos() / 1e9;
  }

  private @Nullable Look look() {
    Look standard = new Look(Duration.ofMinutes(30), 0.002, true);
    boolean never = block.isText("look") && "never".equals(block.read("look", Values.TEXT, ""));
    return never
        ? null
        : new Look(
            block.read("look", Values.DURATION, standard.every()),
            block.read("look-level", Values.RISE, standard.level()),
            block.read("stop", Values.FLAG, standard.stop()));
  }

  private static Map<String, Double> limits(Node node) {
    Map<String, Double> limits = new LinkedHashMap<>();
    for (String name : node.keys()) {
      Double amount = node.readOrNull(name, AMOUNT);
      if (amount != null) {
        limits.put(name, amount);
      }
    }
    return limits;
  }

  private static double amount(com.typesafe.config.Config config) {
    String text = config.getString(Node.SINGLE).strip();
    if (text.matches("0*\\.[0-9]+")) {
      throw new Values.Misread("a share needs its unit", Values.percent(Double.parseDouble(text)));
    }
    double value =
        text.endsWith("%")
            ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100
            : text.matches("[0-9.eE+-]+") ? Double.parseDouble(text) : config.getBytes(Node.SINGLE);
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  private static String minutes(Duration duration) {
    return duration.toSeconds() % 60 == 0 && duration.toMinutes() > 0
        ? duration.toMinutes() + " m"
        : duration.toSeconds() + " s";
  }

  /** Length of the warm-up, or of what is measured, in seconds of the plan's time. */
  private double seconds(boolean warmUp) {
    return load.speedup()
        * load.phases().stream()
            .filter(phase -> phase.warmUp() == warmUp)
            .mapToDouble(phase -> phase.duration().toNanos() / 1e9)
            .sum();
  }

  private boolean isLongEnough(DriftPlan drift) {
    return seconds(false) * (1 - drift.skip()) >= fewest(drift) * (1 - ROUNDED);
  }
}
