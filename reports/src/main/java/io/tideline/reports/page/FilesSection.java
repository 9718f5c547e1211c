package io.tideline.reports.page;

import io.tideline.reports.html.Html;
import io.tideline.reports.stats.Rerun;
import io.tideline.reports.stats.Run;

/** The files of a run, and how to make one like it. */
final class FilesSection {
  private FilesSection() {}

  static String html(Run run) {
    return Section.of("files", "Files, and how to do it again", files(run) + again(run));
  }

  private static String files(Run run) {
    StringBuilder html = new StringBuilder("<ul class=\"files\">");
    file(html, "run.json", "the run: everything that was measured");
    file(html, "verdict.json", "each check with its figure and limit");
    if (run.plan() != null) {
      file(html, "plan.json", "the plan as it was run");
    }
    file(html, "../simulation.log", "Gatling's own record");
    file(html, "../index.html", "Gatling's own report, when it was made");
    return html.append("</ul>\n").toString();
  }

  private static void file(StringBuilder html, String path, String what) {
    html.append("<li><a href=\"").append(path).append("\">").append(path).append("</a>: ");
    html.append(what).append("</li>");
  }

  private static String again(Run run) {
    String command = Rerun.command(run);
    StringBuilder html = new StringBuilder();
    if (command != null) {
      html.append(Section.paragraph("The same users at the same times, with the same plan file:"));
      html.append("<pre>").append(Html.text(command)).append("</pre>\n");
    }
    html.append(Section.paragraph("To judge this run again, or to see it beside another one:"));
    String folder = Rerun.quoted(run.info().id());
    html.append("<pre>")
        .append(Html.text("java -jar reports/target/tideline.jar analyze " + folder + "\n"))
        .append(Html.text("java -jar reports/target/tideline.jar compare OTHER " + folder))
        .append("</pre>\n");
    return html.toString();
  }
}
