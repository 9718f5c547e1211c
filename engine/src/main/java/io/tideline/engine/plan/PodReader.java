package io.tideline.engine.plan;

import io.tideline.engine.plan.Node.ValueType;
import io.tideline.engine.plan.PodFault.Action;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads pods that are taken away: {@code pods { namespace = memories, labels { app = api }, do =
 * kill, share = 50 %, floor = 1 }}.
 */
final class PodReader {
  private static final Set<String> KEYS =
      Set.of("context", "namespace", "labels", "do", "count", "share", "grace", "floor");
  private static final ValueType<Action> ACTION =
      new ValueType<>(
          "thing to do to pods", "kill, evict or scale", c -> action(c.getString(Node.SINGLE)));

  private PodReader() {}

  /** What {@code node} does; what is wrong with it is noted. */
  static FaultSpec read(Node node, boolean standIn) {
    node.allow(KEYS);
    if (standIn) {
      node.problem(
          "namespace", "the stand-in is no pod; aim at your own environment with -Denv=NAME");
    }
    for (String key : Set.of("namespace", "do")) {
      if (!node.has(key)) {
        node.problem(
            key,
            "pods are named by their namespace and labels, such as pods { namespace = memories,"
                + " labels { app = api }, do = kill, count = 1 }");
      }
    }
    Integer count = count(node);
    Double share = share(node);
    if ((count == null) == (share == null)) {
      node.problem("count", "say how many pods: either count = 1 or share = 50 %");
    }
    return new PodFault(
        node.readOrNull("context", Values.TEXT),
        node.read("namespace", Values.TEXT, ""),
        labels(node.child("labels"), node),
        node.read("do", ACTION, Action.KILL),
        count,
        share,
        (int) grace(node).toSeconds(),
        node.read("floor", Values.NONE_OR_MORE, 1L).intValue());
  }

  private static @Nullable Integer count(Node node) {
    Long count = node.readOrNull("count", Values.COUNT);
    return count == null ? null : (Integer) count.intValue();
  }

  private static @Nullable Double share(Node node) {
    Double share = node.readOrNull("share", Values.SHARE);
    if (share != null && share == 0) {
      node.problem("share", "a share of 0 breaks nothing");
    }
    return share;
  }

  /** A grace of 0 is no duration, and what is meant most often. */
  private static Duration grace(Node node) {
    return node.read("grace", Values.GRACE, Duration.ZERO);
  }

  private static Map<String, String> labels(Node block, Node node) {
    Map<String, String> labels = new TreeMap<>();
    block.keys().forEach(name -> labels.put(name, block.read(name, Values.TEXT, "")));
    if (labels.isEmpty()) {
      node.problem("labels", "without labels it would be every pod; add labels { app = NAME }");
    }
    return labels;
  }

  private static Action action(String word) {
    return Stream.of(Action.values())
        .filter(action -> action.key().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown"));
  }
}
