package io.tideline.engine.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a protected source wants to see: {@code credentials { bearer = "METRICS_TOKEN" }},
 * {@code { basic = "METRICS_LOGIN" }} or {@code { headers { X-Key = "METRICS_KEY" } }}. Each names
 * an environment variable.
 */
final class AccessReader {
  private static final Set<String> KEYS = Set.of("bearer", "basic", "headers");

  private AccessReader() {}

  static Access read(Node source) {
    if (!source.has("credentials")) {
      return Access.OPEN;
    }
    Node node = source.child("credentials");
    node.allow(KEYS);
    Map<String, String> headers = new LinkedHashMap<>();
    Node named = node.child("headers");
    for (String header : named.keys()) {
      String variable = variable(named, header);
      headers.put(header, variable == null ? "" : variable);
    }
    String bearer = variable(node, "bearer");
    String basic = variable(node, "basic");
    if (bearer != null && basic != null) {
      node.problem("basic", "a source takes a bearer token or a login, not both");
    }
    return new Access(headers, bearer, basic);
  }

  /** A secret that was written into the plan is not one for long; it is not repeated here. */
  private static @Nullable String variable(Node node, String key) {
    String name = node.readOrNull(key, Values.TEXT);
    if (name != null && !name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      node.problem(
          key, "must be the name of an environment variable, such as TIDELINE_METRICS_TOKEN");
    }
    return name;
  }
}
