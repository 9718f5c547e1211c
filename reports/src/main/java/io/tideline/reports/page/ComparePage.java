package io.tideline.reports.page;

import io.tideline.reports.html.Html;
import io.tideline.reports.stats.Run;
import java.util.List;

/**
 * Two runs beside each other as one HTML file that needs nothing else. It judges neither of them.
 * The same runs give the same bytes.
 */
public final class ComparePage {
  private ComparePage() {}

  /** The whole file, for UTF-8; {@code a} is what {@code b} is seen against. */
  public static String of(Run a, Run b) {
    String body =
        "<header><p class=\"kind\">Tideline comparison</p>"
            + Html.element("h1", title(a, b))
            + "<p class=\"faint\">A: "
            + Html.text(a.info().id())
            + "; B: "
            + Html.text(b.info().id())
            + "</p></header>\n"
            + comparable(a.fingerprint().differences(b.fingerprint()))
            + DifferencesSection.html(a, b)
            + charts(a, b)
            + ErrorsSection.html(a, b)
            + Section.of("a", "A: what the run was", RunSection.list(a))
            + Section.of("b", "B: what the run was", RunSection.list(b));
    String name = "Comparison: " + a.info().id() + " and " + b.info().id();
    return Document.of(name, body, ChartData.of(a, b));
  }

  private static String charts(Run a, Run b) {
    boolean known = !a.timeLine().moments().isEmpty() && !b.timeLine().moments().isEmpty();
    return known ? ChartsSection.two() : "";
  }

  private static String title(Run a, Run b) {
    String first = ReportPage.name(a);
    String second = ReportPage.name(b);
    return first.equals(second) ? first : first + " and " + second;
  }

  private static String comparable(List<String> differences) {
    if (differences.isEmpty()) {
      return Section.note(
          "The runs may be compared: the same load, data, target environment, generator and"
              + " versions.");
    }
    StringBuilder html = new StringBuilder("<section class=\"warning\">");
    html.append(
        Section.paragraph(
            "These runs are not alike, so that what differs need not come from the target:"));
    html.append("<ul>");
    differences.forEach(difference -> html.append(Html.element("li", difference)));
    return html.append("</ul></section>\n").toString();
  }
}
