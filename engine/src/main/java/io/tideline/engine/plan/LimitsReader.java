package io.tideline.engine.plan;

import io.tideline.engine.plan.Node.ValueType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the caps on a run, {@code limits { rate = 50, requests = 1000000, duration = 2 h, users =
 * 5000 }}, of the scenario and of its environment. An environment may make a cap tighter than the
 * scenario has it, and never looser; so may the option {@code users}.
 */
final class LimitsReader {
  private static final Set<String> KEYS = Set.of("rate", "requests", "duration", "users");
  private static final Limits STANDARD = new Limits(500.0, 100_000_000L, Duration.ofHours(25));

  private LimitsReader() {}

  static Limits read(Node environment, Node scenario, AskedOptions options) {
    List<Node> blocks = List.of(scenario, environment);
    blocks.forEach(block -> block.allow(KEYS));
    return new Limits(
        tightest("rate", Values.POSITIVE, STANDARD.rate(), blocks),
        tightest("requests", Values.COUNT, STANDARD.requests(), blocks),
        tightest("duration", Values.DURATION, STANDARD.duration(), blocks),
        users(blocks, options));
  }

  private static @Nullable Long users(List<Node> blocks, AskedOptions options) {
    long written = tightest("users", Values.COUNT, Long.MAX_VALUE, blocks);
    long users = Math.min(written, options.value("users", Values.COUNT, Long.MAX_VALUE));
    return users == Long.MAX_VALUE ? null : users;
  }

  private static <T extends Comparable<T>> T tightest(
      String key, ValueType<T> type, T fallback, List<Node> blocks) {
    return blocks.stream()
        .filter(block -> block.has(key))
        .map(block -> block.read(key, type, fallback))
        .min(Comparator.naturalOrder())
        .orElse(fallback);
  }
}
