package io.tideline.reports.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The figures of a page's charts as compact JSON. All runs have the same scopes in the same order;
 * a run that lacks one has null in its place. Times are milliseconds, or seconds since the run's
 * first instant.
 */
final class ChartData {
  private static final int MOST_EARLIER = 5;

  private final ObjectNode json = JsonText.object();
  private final List<Scope> scopes = new ArrayList<>();

  private ChartData(List<Run> runs) {
    Set<Scope> all = new LinkedHashSet<>(List.of(Scope.EVERYTHING));
    runs.forEach(run -> all.addAll(RequestScopes.slowestFirst(run)));
    scopes.addAll(all);
    ArrayNode names = json.putArray("scopes");
    scopes.forEach(scope -> names.add(RequestScopes.name(scope)));
    ArrayNode edges = json.putArray("edges");
    for (long edge : LatencyBins.edges()) {
      edges.add(edge);
    }
  }

  /** Of one run, with the distributions of the last of the accepted ones. */
  static String of(Findings findings) {
    Run run = findings.run();
    ChartData data = new ChartData(List.of(run));
    data.addRuns(List.of(run), List.of("This run"));
    data.json.set("limits", Limits.json(findings.verdict(), data.scopes));
    ArrayNode earlier = data.json.putArray("earlier");
    List<Run> all = findings.earlier();
    for (Run each : all.subList(Math.max(0, all.size() - MOST_EARLIER), all.size())) {
      ObjectNode node = earlier.addObject().put("label", each.info().id());
      node.set("scopes", SpreadData.all(each, data.scopes));
    }
    data.json.set("lag", LagData.json(run.injection()));
    data.json.set("capacity", CapacityData.json(run.capacity()));
    data.json.set("scaling", ScalingData.json(run));
    data.json.set("resources", ResourcesData.json(run, ResourceCharts.of(run, findings.verdict())));
    return data.text();
  }

  /** Of two runs. */
  static String of(Run a, Run b) {
    ChartData data = new ChartData(List.of(a, b));
    data.addRuns(List.of(a, b), List.of("A", "B"));
    data.json.putArray("limits");
    data.json.putArray("earlier");
    data.json.putNull("lag").putNull("capacity").putNull("scaling").putNull("resources");
    return data.text();
  }

  private void addRuns(List<Run> runs, List<String> labels) {
    ArrayNode array = json.putArray("runs");
    for (int i = 0; i < runs.size(); i++) {
      ObjectNode node = array.addObject().put("label", labels.get(i));
      CourseData.put(runs.get(i), scopes, node);
      node.set("spread", SpreadData.all(runs.get(i), scopes));
    }
  }

  /** Nothing in it can end the element that it stands in. */
  private String text() {
    return json.toString()
        .replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
