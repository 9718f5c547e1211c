package io.tideline.reports.page;

import io.tideline.engine.resource.Unit;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.ScopeName;
import io.tideline.reports.html.Html;
import io.tideline.reports.page.ResourceCharts.Chart;
import io.tideline.reports.soak.Sort;
import io.tideline.reports.soak.Trend;
import io.tideline.reports.stats.ResourceRow;
import io.tideline.reports.stats.Resources;
import io.tideline.reports.stats.Resources.Gap;
import io.tideline.reports.stats.Resources.Source;
import io.tideline.reports.stats.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the target consumed over time, under the load, with the line of each thing that grew; and
 * when nobody knows.
 */
final class ResourcesSection {
  private static final int MOST_GAPS = 10;

  private final Findings findings;
  private final ResourceCharts charts;

  private ResourcesSection(Findings findings, ResourceCharts charts) {
    this.findings = findings;
    this.charts = charts;
  }

  static String html(Findings findings, ResourceCharts charts) {
    return Section.of(
        "resources", "What the target consumed", new ResourcesSection(findings, charts).content());
  }

  private String content() {
    Run run = findings.run();
    Resources resources = run.resources();
    StringBuilder html = new StringBuilder();
    if (resources == null) {
      html.append(
          Section.note(
              "Nobody asked the target what it consumes: the plan names no source of resources, so"
                  + " that nothing here can say what limits it."));
    } else {
      html.append(table()).append(gaps(resources));
    }
    for (int i = 0; i < charts.findings().size(); i++) {
      html.append(finding(charts.findings().get(i), i));
    }
    if (!charts.resources().isEmpty()) {
      html.append(
          Section.note(
              "The faint area behind each is the load, in new users per second. Dots are the blocks"
                  + " by which growth was judged, as if the load had been equal throughout."));
    }
    for (int i = 0; i < charts.resources().size(); i++) {
      html.append(chart(charts.resources().get(i), i));
    }
    if (charts.left() > 0) {
      html.append(
          Section.note(
              Words.format(
                  "%d more that were 0 all the time, or far from a limit, are in run.json.",
                  charts.left())));
    }
    return html.toString();
  }

  private String finding(Trend trend, int index) {
    String name = ScopeName.of(trend.signal().scope()) + ": " + trend.signal().name();
    boolean times = trend.signal().sort() == Sort.LATENCY;
    String what = times ? ", in milliseconds" : ", successful requests of a user";
    return said(trend) + Section.chart("trend-" + index, name + what);
  }

  private String chart(Chart chart, int index) {
    Trend trend = chart.trend();
    String words = trend != null && chart.isFinding() ? said(trend) : "";
    return words + Section.chart("resource-" + index, name(chart.row()));
  }

  private String said(Trend trend) {
    return findings.verdict().checks().stream()
        .filter(check -> check.trend() == trend)
        .map(Check::sentence)
        .findFirst()
        .map(Section::paragraph)
        .orElse("");
  }

  private String name(ResourceRow row) {
    Resources resources = findings.run().resources();
    boolean many = resources != null && resources.sources().size() > 1;
    return many ? row.name() + " (" + row.source() + ")" : row.name();
  }

  private String table() {
    if (charts.resources().isEmpty()) {
      return "";
    }
    Table table = new Table("", List.of("Resource", "Mean", "Most", "Limit", "Most of it in use"));
    for (Chart chart : charts.resources()) {
      ResourceRow row = chart.row();
      double share = chart.share();
      table.row(
          "",
          List.of(
              Cell.text(name(row)).as("what"),
              figure(row.unit(), row.mean()),
              figure(row.unit(), row.max()),
              figure(row.unit(), row.limit()),
              share < 0 ? Cell.unknown() : Cell.figure(Unit.SHARE.text(share), share)));
    }
    return table.html();
  }

  private static Cell figure(Unit unit, @Nullable Double value) {
    return value == null ? Cell.unknown() : Cell.figure(unit.text(value), value);
  }

  private static String gaps(Resources resources) {
    StringBuilder html = new StringBuilder();
    for (Source source : resources.sources()) {
      List<Gap> gaps = source.gaps();
      if (source.samples() == 0) {
        html.append(Html.element("li", source.name() + " told nothing in the whole run."));
      }
      gaps.stream()
          .limit(MOST_GAPS)
          .forEach(gap -> html.append(Html.element("li", source.name() + ": " + sentence(gap))));
      if (gaps.size() > MOST_GAPS) {
        html.append(
            Html.element(
                "li", source.name() + ": " + (gaps.size() - MOST_GAPS) + " more such times"));
      }
    }
    return html.isEmpty() ? "" : "<ul class=\"events\">" + html + "</ul>\n";
  }

  private static String sentence(Gap gap) {
    return "not known from "
        + Words.duration(gap.fromSeconds())
        + " to "
        + Words.duration(gap.toSeconds())
        + ", "
        + gap.reason();
  }
}
