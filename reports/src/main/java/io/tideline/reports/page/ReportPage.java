package io.tideline.reports.page;

import io.tideline.reports.html.Html;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo;
import java.util.Objects;

/**
 * A run and its verdict as one HTML file that needs nothing else, for light and dark screens,
 * narrow ones and paper. What is most wanted stands first: the verdict and its reasons. The same
 * findings give the same bytes.
 */
public final class ReportPage {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "report.html";

  private ReportPage() {}

  /** The whole file, for UTF-8. */
  public static String of(Findings findings) {
    Run run = findings.run();
    Confidences confidences = new Confidences(run);
    String body =
        header(run)
            + VerdictSection.html(findings)
            + contents(run)
            + RunSection.html(run)
            + ChecksSection.html(findings)
            + RequestsSection.html(run, confidences)
            + PartsSection.html(run, confidences)
            + StandoutSection.html(findings)
            + ChartsSection.html(run, !findings.earlier().isEmpty())
            + ResilienceSection.html(run)
            + ResourcesSection.html(findings, ResourceCharts.of(run, findings.verdict()))
            + ErrorsSection.html(run)
            + GeneratorSection.html(run)
            + TimeShareSection.html(findings)
            + CapacitySection.html(run)
            + ScalingSection.html(run)
            + CachingSection.html(run)
            + BottleneckSection.html(run)
            + FilesSection.html(run);
    String title = findings.verdict().headline() + ": " + name(run) + ", " + run.info().id();
    return Document.of(title, body, ChartData.of(findings));
  }

  private static String header(Run run) {
    RunInfo info = run.info();
    String start = info.start() == null ? "" : info.start().toString().replace("T", ", ") + ", ";
    return "<header><p class=\"kind\">Tideline report</p>"
        + Html.element("h1", name(run))
        + "<p class=\"faint\">"
        + Html.text(start + info.id())
        + "</p></header>\n";
  }

  private static String contents(Run run) {
    return "<nav><a href=\"#run\">Run</a><a href=\"#checks\">Checks</a>"
        + (run.capacity() == null ? "" : "<a href=\"#capacity\">Breaking point</a>")
        + (ResilienceSection.isThere(run) ? "<a href=\"#faults\">Faults</a>" : "")
        + "<a href=\"#requests\">Requests</a><a href=\"#time\">Over time</a>"
        + "<a href=\"#resources\">Resources</a>"
        + "<a href=\"#errors\">Errors</a><a href=\"#generator\">Generator</a>"
        + "<a href=\"#files\">Files</a></nav>\n";
  }

  static String name(Run run) {
    RunInfo info = run.info();
    String name = info.load() == null ? info.simulation() : info.load().scenario();
    return Objects.requireNonNullElse(name, info.id());
  }
}
