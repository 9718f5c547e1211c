package io.tideline.engine.plan;

import java.util.Set;

/**
 * Reads when the run's own numbers may be trusted, {@code validity { offered = 99 %, lag-p99 = 50
 * ms, cpu = 90 %, cpu-for = 10 s, pause = 200 ms }}.
 */
final class ValidityReader {
  private static final Set<String> KEYS = Set.of("offered", "lag-p99", "cpu", "cpu-for", "pause");

  private ValidityReader() {}

  static Validity read(Node node) {
    node.allow(KEYS);
    Validity standard = Validity.STANDARD;
    return new Validity(
        node.read("offered", Values.SHARE, standard.offered()),
        node.read("lag-p99", Values.DURATION, standard.lagP99()),
        node.read("cpu", Values.SHARE, standard.cpu()),
        node.read("cpu-for", Values.DURATION, standard.cpuFor()),
        node.read("pause", Values.DURATION, standard.pause()));
  }
}
