package io.tideline.reports.page;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Target;
import io.tideline.reports.html.Html;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo.LoadInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    LoadInfo load = run.info().load();
    StringBuilder html = new StringBuilder();
    if (load != null) {
      html.append(Section.paragraph("The same users at the same times, with the same plan file:"));
      html.append("<pre>").append(Html.text(command(load, run.plan()))).append("</pre>\n");
    }
    html.append(Section.paragraph("To judge this run again, or to see it beside another one:"));
    String folder = quoted(run.info().id());
    html.append("<pre>")
        .append(Html.text("java -jar reports/target/tideline.jar analyze " + folder + "\n"))
        .append(Html.text("java -jar reports/target/tideline.jar compare OTHER " + folder))
        .append("</pre>\n");
    return html.toString();
  }

  private static String command(LoadInfo load, @Nullable Plan plan) {
    List<String> words = new ArrayList<>(List.of("mvn gatling:test"));
    words.add("-Dscenario=" + quoted(load.scenario()));
    words.add("-Drate=" + Words.plain(load.rate()));
    words.add("-Dseed=" + load.seed());
    if (load.speedup() != 1) {
      words.add("-Dspeedup=" + Words.plain(load.speedup()));
    }
    if (load.env().equals(Target.LOCAL) && load.baseUrl() != null) {
      words.add("-DbaseUrl=" + quoted(load.baseUrl()));
    } else if (!load.env().equals(Target.STAND_IN)) {
      words.add("-Denv=" + quoted(load.env()));
    }
    if (plan != null && plan.load().slice().of() > 1) {
      words.add("-Dslice=" + plan.load().slice().index() + "/" + plan.load().slice().of());
    }
    return String.join(" ", words);
  }

  /** A word as a shell takes it, whatever is in it. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
