package io.tideline.reports.page;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to look at first: the slowest requests, and those that changed most. */
final class StandoutSection {
  private static final int MOST = 5;

  private final Run run;
  private final List<Run> earlier;

  private StandoutSection(Findings findings) {
    this.run = findings.run();
    this.earlier = findings.earlier();
  }

  static String html(Findings findings) {
    StandoutSection section = new StandoutSection(findings);
    if (RequestScopes.of(findings.run()).isEmpty()) {
      return "";
    }
    return Section.of(
        "standout",
        "What stands out",
        "<div class=\"pair\"><div>"
            + section.slowest()
            + "</div><div>"
            + section.changed()
            + "</div></div>");
  }

  private String slowest() {
    Table table = new Table("", List.of("Request", "p95", "p99", "Errors"));
    for (Scope scope : RequestScopes.slowestFirst(run).stream().limit(MOST).toList()) {
      Sample sample = run.pool(scope);
      table.row(
          List.of(
              RequestsSection.name(scope),
              millis(sample, Metric.P95),
              millis(sample, Metric.P99),
              Cell.figure(Figures.share(sample.errorShare())).as(sample.ko() > 0 ? "bad" : "")));
    }
    return Section.title("The slowest") + table.html();
  }

  private static Cell millis(Sample sample, Metric metric) {
    return sample.ok() < metric.leastValues()
        ? Cell.unknown()
        : Cell.figure(Figures.millis(sample.okLatencies().at(metric.quantile())));
  }

  private String changed() {
    List<Change> changes = Changes.largest(run, earlier);
    if (changes.isEmpty()) {
      return Section.title("The most changed")
          + Section.note(
              earlier.isEmpty()
                  ? "There is no earlier run to compare with."
                  : "Nothing can be compared with the earlier runs: too few requests.");
    }
    Table table = new Table("", List.of("Request", "", "Change", "Now", "Earlier"));
    changes.stream().limit(MOST).forEach(change -> table.row(cells(change)));
    return Section.title("The most changed")
        + table.html()
        + Section.note(
            "Against the mean of "
                + Figures.count(earlier.size(), "earlier run")
                + ", below it their range; coloured where this run lies outside of it.");
  }

  private static List<Cell> cells(Change change) {
    Double ratio = change.ratio();
    boolean worse = ratio != null && ratio > 1;
    String kind = change.leavesRange() ? worse ? "bad" : "good" : "faint";
    return List.of(
        RequestsSection.name(change.scope()),
        Cell.text(change.metric().key()).as("faint"),
        Cell.figure(Words.ratio(ratio)).as(kind),
        Cell.figure(millis(change.now())),
        Cell.html(millis(change.before()) + " <small>" + range(change) + "</small>").as("n"));
  }

  private static String range(Change change) {
    return millis(change.low()) + " to " + millis(change.high());
  }

  private static String millis(@Nullable Double value) {
    return value == null ? Words.UNKNOWN : Figures.millis(value);
  }
}
