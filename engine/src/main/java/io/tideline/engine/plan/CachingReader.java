package io.tideline.engine.plan;

import io.tideline.engine.plan.Caching.Judge;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a cache is to do: {@code caching { hit-ratio = 80 %, phase = steady }}. */
final class CachingReader {
  private static final Set<String> KEYS = Set.of("hit-ratio", "at-most", "phase", "judge", "cache");

  private CachingReader() {}

  /** The block of a scenario or of the defaults; null when there is none. */
  static @Nullable Caching read(Node holder, List<Phase> phases) {
    if (!holder.has("caching")) {
      return null;
    }
    Node node = holder.child("caching");
    node.allow(KEYS);
    Double least = node.readOrNull("hit-ratio", Values.LEAST_SHARE);
    Double most = node.readOrNull("at-most", Values.ERRORS);
    if (least != null && most != null && least > most) {
      node.problem("at-most", "must not be below hit-ratio");
    }
    String phase = node.readOrNull("phase", Values.TEXT);
    List<String> names = phases.stream().map(Phase::name).toList();
    if (phase != null && !names.contains(phase)) {
      node.problem("phase", "there is no such phase; there are " + String.join(", ", names));
    }
    Judge judge = judge(node);
    String cache = node.readOrNull("cache", Values.TEXT);
    if (cache != null && judge == Judge.REPLIES) {
      node.problem("cache", "replies do not say which cache they come from; leave it out");
    }
    return new Caching(least, most, phase, judge, cache);
  }

  private static Judge judge(Node node) {
    String key = node.read("judge", Values.TEXT, Judge.TARGET.key());
    for (Judge judge : Judge.values()) {
      if (judge.key().equals(key)) {
        return judge;
      }
    }
    node.problem("judge", "there is no such judge; there are target, replies");
    return Judge.TARGET;
  }
}
