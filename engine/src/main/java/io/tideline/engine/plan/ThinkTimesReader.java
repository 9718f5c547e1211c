package io.tideline.engine.plan;

import io.tideline.engine.plan.ThinkTimes.ThinkTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads the pauses of the users, {@code think-times { median = 1 s, sigma = 0.6, max = 10 s,
 * "Search memories" { median = 2 s } }}: a journey's own block takes what it leaves out from the
 * others.
 */
final class ThinkTimesReader {
  private static final Set<String> KEYS = Set.of("median", "sigma", "max");
  private static final ThinkTime STANDARD = new ThinkTime(1, 0.6, 10);

  private final Catalogue catalogue;

  ThinkTimesReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  ThinkTimes read(Node node) {
    catalogue.check(node, KEYS.toArray(String[]::new));
    ThinkTime standard = thinkTime(node, STANDARD);
    Map<String, ThinkTime> own = new LinkedHashMap<>();
    for (String journey : node.keys()) {
      if (!KEYS.contains(journey) && catalogue.allows(journey)) {
        Node block = node.child(journey);
        block.allow(KEYS);
        own.put(journey, thinkTime(block, standard));
      }
    }
    return new ThinkTimes(standard, own);
  }

  private static ThinkTime thinkTime(Node node, ThinkTime fallback) {
    return new ThinkTime(
        seconds(node, "median", fallback.medianSeconds()),
        node.read("sigma", Values.NOT_NEGATIVE, fallback.sigma()),
        seconds(node, "max", fallback.maxSeconds()));
  }

  private static double seconds(Node node, String key, double fallback) {
    Duration value = node.readOrNull(key, Values.DURATION);
    return value == null ? fallback : value.toNanos() / 1e9;
  }
}
