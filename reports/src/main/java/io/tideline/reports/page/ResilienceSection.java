package io.tideline.reports.page;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.html.Html;
import io.tideline.reports.stats.Aftermath;
import io.tideline.reports.stats.Dependency;
import io.tideline.reports.stats.FaultSpan;
import io.tideline.reports.stats.FaultWindow;
import io.tideline.reports.stats.FaultWindows;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.Recovery;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.SteadyBand;
import io.tideline.reports.stats.Transitions;
import io.tideline.reports.stats.WriteCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run broke, and what happened before, meanwhile and afterwards. */
final class ResilienceSection {
  private static final double P50 = 0.5;
  private static final double P95 = 0.95;
  private static final double P99 = 0.99;

  private ResilienceSection() {}

  static boolean isThere(Run run) {
    return !FaultSpan.of(run).isEmpty() || run.aftermath() != null;
  }

  static String html(Run run) {
    if (!isThere(run)) {
      return "";
    }
    Aftermath aftermath = run.aftermath();
    return Section.of(
        "faults",
        "Faults",
        faults(run)
            + Section.title("Before, during and after")
            + windows(run)
            + band(Recovery.band(run))
            + attempts(aftermath)
            + transitions(aftermath == null ? null : aftermath.transitions())
            + writes(aftermath == null ? null : aftermath.writes()));
  }

  private static String faults(Run run) {
    List<Recovery> recoveries = Recovery.of(run);
    Table table =
        new Table(
            "sortable stack",
            List.of(
                "Fault", "What", "From", "To", "Itself again, after its end", "after its start"));
    for (FaultSpan fault : FaultSpan.of(run)) {
      Recovery recovery =
          recoveries.stream()
              .filter(each -> each.fault().equals(fault.name()))
              .findFirst()
              .orElse(null);
      Double end = fault.endSeconds();
      table.row(
          List.of(
              Cell.text(fault.name()),
              Cell.text(fault.detail() == null ? "" : fault.detail()).as("words"),
              seconds(fault.startSeconds()),
              end == null ? Cell.text("never ended").as("badge bad") : seconds(end),
              recovery == null ? Cell.unknown() : seconds(recovery.afterEnd()),
              recovery == null ? Cell.unknown() : seconds(recovery.afterStart())));
    }
    return table.html();
  }

  private static Cell seconds(@Nullable Double value) {
    return value == null
        ? Cell.text("not seen").as("badge bad")
        : Cell.figure(Words.duration(value), value);
  }

  private static String windows(Run run) {
    List<Dependency> dependencies =
        run.aftermath() == null ? List.of() : run.aftermath().dependencies();
    List<String> titles =
        new ArrayList<>(
            List.of(
                "Window",
                "From",
                "To",
                "Requests",
                "Per second",
                "Errors",
                "p50",
                "p95",
                "p99",
                "max"));
    if (!dependencies.isEmpty()) {
      titles.add("Attempts per request");
    }
    Table table = new Table("stack", titles);
    for (FaultWindow window : FaultWindows.of(run)) {
      if (window.intervals() > 0) {
        table.row(row(window, dependencies));
      }
    }
    return table.html();
  }

  private static List<Cell> row(FaultWindow window, List<Dependency> dependencies) {
    Latencies times = window.latencies(Scope.EVERYTHING);
    long failed = window.failures(Scope.EVERYTHING);
    long all = times.count() + failed;
    double share = all == 0 ? 0 : (double) failed / all;
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                Cell.text(window.words()),
                seconds(window.fromSeconds()),
                seconds(window.toSeconds()),
                Cell.figure(Figures.number(all), all),
                Cell.figure(Words.rate(all / window.seconds()), all / window.seconds()),
                Cell.figure(Figures.shareInColumn(share), share),
                millis(times, P50),
                millis(times, P95),
                millis(times, P99),
                millis(times, 1)));
    if (!dependencies.isEmpty()) {
      double attempts = dependencies.stream().mapToLong(each -> each.attempts(window)).sum();
      cells.add(Cell.figure(Words.rate(attempts / Math.max(1, all)), attempts));
    }
    return cells;
  }

  private static Cell millis(Latencies times, double quantile) {
    return times.count() == 0
        ? Cell.unknown()
        : Cell.figure(Figures.millis(times.at(quantile)), times.at(quantile));
  }

  private static String attempts(@Nullable Aftermath aftermath) {
    return aftermath == null || aftermath.dependencies().isEmpty()
        ? ""
        : Section.note(
            "Attempts are those that were seen at the proxies "
                + aftermath.dependencies().stream()
                    .map(Dependency::proxy)
                    .collect(Collectors.joining(", "))
                + ".");
  }

  private static String band(@Nullable SteadyBand band) {
    return band == null
        ? ""
        : Section.note(
            "Steady is an interval with at most "
                + Figures.share(band.errors())
                + " errors, a p95 of at most "
                + Figures.millis(band.p95Millis())
                + ", and at least "
                + Words.rate(band.ok())
                + " successes: the worst of the intervals before the first fault, and the plan's"
                + " tolerance.");
  }

  private static String transitions(@Nullable Transitions transitions) {
    if (transitions == null) {
      return "";
    }
    Table table = new Table("", List.of("At", "Breaker", "From", "To"));
    transitions
        .list()
        .forEach(
            each ->
                table.row(
                    List.of(
                        Cell.figure(Words.format("%.2f s", each.atSeconds())),
                        Cell.text(each.breaker()),
                        Cell.text(each.from().key().replace('_', ' ')),
                        Cell.text(each.to().key().replace('_', ' ')))));
    return Section.title("Circuit breakers")
        + (transitions.sampled()
            ? Section.note(
                "Read from a metric: what was shorter than the time between two readings may be"
                    + " missed.")
            : "")
        + (transitions.list().isEmpty()
            ? Section.note("None of them changed its state.")
            : table.html());
  }

  private static String writes(@Nullable WriteCounts writes) {
    if (writes == null) {
      return "";
    }
    StringBuilder html = new StringBuilder(Section.title("Acknowledged writes"));
    html.append("<dl class=\"cards\">")
        .append(Section.card("Acknowledged", Figures.number(writes.acknowledged()), ""))
        .append(Section.card("Lost", Figures.number(writes.lost()), "acknowledged, and not there"))
        .append(Section.card("There twice", Figures.number(writes.duplicated()), ""))
        .append(Section.card("Unknown", Figures.number(writes.unknown()), "could not be looked up"))
        .append("</dl>\n");
    if (!writes.examples().isEmpty()) {
      html.append("<ul class=\"events\">");
      writes.examples().forEach(each -> html.append(Html.element("li", each)));
      html.append("</ul>\n");
    }
    return html.toString();
  }
}
