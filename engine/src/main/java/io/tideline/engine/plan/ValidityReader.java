package io.tideline.engine.plan;

import io.tideline.engine.plan.Node.ValueType;
import java.time.Duration;
import java.util.Set;

/**
 * Reads when the run's own numbers may be trusted, {@code validity { offered = 99 %, lag-p99 = 50
 * ms, cpu = 90 %, cpu-for = 10 s, pause = 200 ms }}. Each can be {@code off}: then nothing is
 * judged by it.
 */
final class ValidityReader {
  private static final Set<String> KEYS = Set.of("offered", "lag-p99", "cpu", "cpu-for", "pause");

  private static final ValueType<Duration> OR_OFF = Values.orOff(Values.DURATION, Validity.OFF);

  private ValidityReader() {}

  static Validity read(Node node) {
    node.allow(KEYS);
    Validity standard = Validity.STANDARD;
    return new Validity(
        node.read("offered", Values.orOff(Values.OFFERED, 0.0), standard.offered()),
        node.read("lag-p99", OR_OFF, standard.lagP99()),
        node.read("cpu", Values.orOff(Values.BUSY, 1.0), standard.cpu()),
        node.read("cpu-for", OR_OFF, standard.cpuFor()),
        node.read("pause", OR_OFF, standard.pause()));
  }
}
