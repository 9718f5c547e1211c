package io.tideline.reports.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.stats.JsonText;
import java.util.List;

/** What was promised of the latencies of each scope, as lines for the charts. */
final class Limits {
  private Limits() {}

  /** For each scope a list of {@code [metric, limit]}. */
  static ArrayNode json(Verdict verdict, List<Scope> scopes) {
    ArrayNode json = JsonText.object().arrayNode();
    for (Scope scope : scopes) {
      ArrayNode limits = json.addArray();
      verdict.checks().stream()
          .filter(check -> isAbout(check, scope))
          .forEach(check -> limits.addArray().add(check.metric()).add(check.limit()));
    }
    return json;
  }

  private static boolean isAbout(Check check, Scope scope) {
    return check.kind() == Check.Kind.SLO
        && check.unit().equals("ms")
        && check.limit() != null
        && check.scope().equals(scope);
  }
}
