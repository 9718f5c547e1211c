package io.tideline.engine.plan;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads how the target is to scale: {@code scaling { replicas = "replicas memories", out-within = 2
 * m, in-within = 10 m, min = 1, max = 4 }}.
 */
final class ScalingReader {
  private static final Set<String> KEYS =
      Set.of("replicas", "out-within", "in-within", "min", "max");
  private static final String REPLICAS = "replicas";

  private ScalingReader() {}

  /** The block of a scenario or of the defaults; null when there is none. */
  static @Nullable Scaling read(Node holder) {
    if (!holder.has("scaling")) {
      return null;
    }
    Node node = holder.child("scaling");
    node.allow(KEYS);
    Long min = node.readOrNull("min", Values.COUNT);
    Long max = node.readOrNull("max", Values.COUNT);
    if (min != null && max != null && min > max) {
      node.problem("max", "must not be below min");
    }
    return new Scaling(
        node.read("replicas", Values.TEXT, REPLICAS),
        node.readOrNull("out-within", Values.DURATION),
        node.readOrNull("in-within", Values.DURATION),
        min,
        max);
  }
}
