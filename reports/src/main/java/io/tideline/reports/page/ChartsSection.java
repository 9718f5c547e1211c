package io.tideline.reports.page;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.html.Html;
import io.tideline.reports.stats.Run;
import java.util.List;
import java.util.stream.Stream;

/** The run over time and its distributions, of all requests or of one that the reader chooses. */
final class ChartsSection {
  private ChartsSection() {}

  static String html(Run run, boolean compared) {
    if (run.timeLine().moments().isEmpty()) {
      return Section.of(
          "time",
          "Over time",
          Section.note("The run is not known over time: it has no intervals."));
    }
    return Section.of("spread", "Distribution", choice() + spread(compared))
        + Section.of("time", "Over time", time(run));
  }

  /** The charts of two runs; the second one's heat map stands below the first one's. */
  static String two() {
    return Section.of(
            "time",
            "Over time",
            choice()
                + Section.note("Both runs from their own starts.")
                + Section.chart("heat", "A: response times, in milliseconds")
                + Section.chart("heat2", "B: response times, in milliseconds")
                + Section.chart("pair", "p95 of A and B, in milliseconds")
                + Section.chart("rate", "Requests per second")
                + Section.chart("errors", "Failed requests per second")
                + Section.chart("users", "Users under way"))
        + Section.of("spread", "Distribution", choice() + spread(false));
  }

  private static String choice() {
    return "<div class=\"choices\" hidden><label>Requests <select class=\"scope\"></select></label></div>\n";
  }

  private static String time(Run run) {
    boolean starts = run.injection() != null;
    boolean failures = run.pool(Scope.EVERYTHING).ko() > 0;
    StringBuilder html = new StringBuilder(choice());
    html.append(
        Section.chart("heat", "Response times in milliseconds: how many, and p50, p95, p99"));
    html.append(Section.chart("rate", "Requests per second"));
    html.append(failures ? Section.chart("errors", "Failed requests per second") : "");
    html.append(Section.chart("users", "Users under way"));
    html.append(starts ? Section.chart("starts", "New users per second: due and started") : "");
    html.append(noscript()).append(events(run));
    return html.toString();
  }

  private static String spread(boolean compared) {
    return (compared
            ? Section.note("Faint lines are the last of the accepted runs, at most five.")
            : "")
        + Section.chart("bins", "How long requests took: share of requests by time, on a log scale")
        + Section.chart("spectrum", "Percentile spectrum: the time that one in so many exceeds");
  }

  private static String noscript() {
    return "<noscript><p class=\"faint\">The charts need this page's script, which is switched off"
        + " here.</p></noscript>\n";
  }

  private static String events(Run run) {
    List<String> events =
        run.events().stream()
            .filter(event -> !event.reason().equals("search"))
            .map(
                event ->
                    "At " + Words.duration(event.atNanos() / 1e9) + ": " + EventWords.of(event))
            .toList();
    return events.isEmpty()
        ? ""
        : Stream.concat(
                Stream.of("<ul class=\"events\">"),
                Stream.concat(
                    events.stream().map(event -> Html.element("li", event)), Stream.of("</ul>\n")))
            .reduce("", String::concat);
  }
}
