package io.tideline.engine.plan;

import java.util.Set;

/** Reads how a run is compared with earlier ones, {@code regression { detect = 10 % }}. */
final class RegressionReader {
  private static final Set<String> KEYS = Set.of("detect", "requests");

  private RegressionReader() {}

  static Regression read(Node node) {
    node.allow(KEYS);
    Double detect = node.readOrNull("detect", Values.RISE);
    return new Regression(
        detect, node.read("requests", Values.FLAG, Regression.STANDARD.requests()));
  }
}
