package io.tideline.reports.page;

import io.tideline.engine.origin.Machine;
import io.tideline.engine.origin.Origin;
import io.tideline.engine.plan.Plan;
import io.tideline.reports.html.Html;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo;
import io.tideline.reports.stats.RunInfo.LoadInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a run was: its load, its target, its machine, and how it ended. */
final class RunSection {
  private final Run run;
  private final StringBuilder rows = new StringBuilder();

  private RunSection(Run run) {
    this.run = run;
  }

  static String html(Run run) {
    return Section.of("run", "What the run was", list(run));
  }

  /** The same without a title. */
  static String list(Run run) {
    RunSection section = new RunSection(run);
    section.load();
    section.course();
    section.origin();
    return "<dl class=\"facts\">" + section.rows + "</dl>\n";
  }

  private void load() {
    LoadInfo load = run.info().load();
    Plan plan = run.plan();
    if (load == null) {
      row("Scenario", "no plan: " + Objects.requireNonNullElse(run.info().simulation(), "unknown"));
      row("Target version", run.info().versions().target());
      return;
    }
    row("Scenario", load.scenario() + (plan == null ? "" : ": " + plan.description()));
    row("Target", load.env() + (load.baseUrl() == null ? "" : ", " + load.baseUrl()));
    row("Target version", run.info().versions().target());
    row("Rate", Words.rate(load.rate()) + " new users a second at level 1");
    row("Seed", String.valueOf(load.seed()));
    if (load.speedup() != 1) {
      row("Rehearsal", "the plan's time was compressed by " + Words.rate(load.speedup()));
    }
  }

  private void course() {
    RunInfo info = run.info();
    row("Start", info.start() == null ? null : info.start().toString().replace("T", ", "));
    row("Lasted", Words.duration(info.durationSeconds()));
    row("Ended", info.ending().key() + ": " + info.endingReason());
  }

  private void origin() {
    Origin origin = run.origin();
    if (origin != null) {
      Machine machine = origin.machine();
      row("Generator", machine.host() + ": " + machine.kind());
      row("JVM", machine.java());
      row("Data", origin.subject().data());
    }
    RunInfo.Versions versions = run.info().versions();
    String gatling = versions.gatling();
    row(
        "Made with",
        "Tideline " + versions.tideline() + (gatling == null ? "" : ", Gatling " + gatling));
    row("Fingerprint", run.fingerprint().id());
    row("Results", run.info().id());
  }

  private void row(String name, @Nullable String value) {
    rows.append("<div>").append(Html.element("dt", name));
    rows.append(Html.element("dd", value == null ? "unknown" : value)).append("</div>\n");
  }
}
