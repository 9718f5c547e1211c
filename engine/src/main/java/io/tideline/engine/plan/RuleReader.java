package io.tideline.engine.plan;

import io.tideline.engine.plan.Node.ValueType;
import io.tideline.engine.plan.ResourceSource.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads measures of a plan's own: {@code jobs { value = "jobs_running", limit = "8" }}. */
final class RuleReader {
  private static final Set<String> RULE = Set.of("unit", "value", "limit", "waiting", "by");
  private static final List<String> UNITS =
      List.of("share", "bytes", "count", "seconds", "per-second", "bytes-per-second");
  private static final ValueType<String> TEXT = Values.TEXT;

  private RuleReader() {}

  /** All in the block {@code key} of a source; a query may be a text alone. */
  static List<Rule> read(Node source, String key) {
    Node block = source.child(key);
    List<Rule> rules = new ArrayList<>();
    for (String name : block.keys()) {
      rules.add(
          block.isText(name)
              ? new Rule(name, "count", block.read(name, TEXT, "0"), null, null, null)
              : rule(name, block.child(name)));
    }
    return rules;
  }

  private static Rule rule(String name, Node node) {
    node.allow(RULE);
    String unit = node.read("unit", TEXT, "count");
    if (!UNITS.contains(unit)) {
      node.problem("unit", "there is no such unit; there are " + String.join(", ", UNITS));
    }
    if (!node.has("value")) {
      node.problem(
          "value", "a measure needs a value, such as value = \"jvm_threads_live_threads\"");
    }
    return new Rule(
        name,
        unit,
        node.read("value", TEXT, "0"),
        node.readOrNull("limit", TEXT),
        node.readOrNull("waiting", TEXT),
        node.readOrNull("by", TEXT));
  }
}
