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
  private static final int LEAST_BLOCKS = 12;

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
    if (on && !searches && !isLongEnough(drift)) {
      block.problem("block", tooFew(drift));
    }
    return on && !searches ? drift : null;
  }

  private String tooFew(DriftPlan drift) {
    long block = drift.block().toSeconds();
    double left = measuredSeconds() * (1 - drift.skip());
    double needed = LEAST_BLOCKS * drift.block().toMillis() / 1e3 / (1 - drift.skip());
    return String.format(
        Locale.ROOT,
        "%.0f blocks of %s are left of the run, and leak and drift are judged from %d on; let the"
            + " measured phases last %s of the plan's time, write a block of %s at most, or drift {"
            + " on = false }",
        Math.floor(left / Math.max(1, block)),
        minutes(drift.block()),
        LEAST_BLOCKS,
        minutes(Duration.ofSeconds((long) Math.ceil(needed))),
        minutes(Duration.ofSeconds((long) Math.floor(left / LEAST_BLOCKS))));
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

  /** Length of what is measured, in seconds of the plan's time. */
  private double measuredSeconds() {
    return load.speedup()
        * load.phases().stream()
            .filter(phase -> !phase.warmUp())
            .mapToDouble(phase -> phase.duration().toNanos() / 1e9)
            .sum();
  }

  private boolean isLongEnough(DriftPlan drift) {
    return measuredSeconds() * (1 - drift.skip()) >= LEAST_BLOCKS * drift.block().toSeconds();
  }
}
