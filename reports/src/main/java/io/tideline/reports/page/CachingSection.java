package io.tideline.reports.page;

import io.tideline.engine.plan.Plan;
import io.tideline.reports.caching.CacheCourse;
import io.tideline.reports.caching.ColdAndWarm;
import io.tideline.reports.caching.HitRatio;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.Replies;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;

/** The hits of each cache by phase, cold and warm, and how the sessions kept apart. */
final class CachingSection {
  private CachingSection() {}

  static boolean isNeeded(Run run) {
    Plan plan = run.plan();
    return !courses(run).isEmpty() || (plan != null && plan.caching() != null);
  }

  static String html(Run run) {
    if (!isNeeded(run)) {
      return "";
    }
    List<CacheCourse> courses = courses(run);
    String table =
        courses.isEmpty()
            ? Section.note("Neither the target nor a reply tells of a cache.")
            : table(run, courses);
    return Section.of("caching", "Caching", table + sessions(run));
  }

  private static List<CacheCourse> courses(Run run) {
    List<CacheCourse> courses = new ArrayList<>(CacheCourse.ofTarget(run));
    CacheCourse replies = CacheCourse.ofReplies(run);
    if (replies != null) {
      courses.add(replies);
    }
    return courses;
  }

  private static String table(Run run, List<CacheCourse> courses) {
    List<String> titles = new ArrayList<>(List.of("Share of hits"));
    run.phases().forEach(phase -> titles.add(phase.name()));
    titles.addAll(List.of("Cold", "Warm"));
    Table table = new Table("stack", titles);
    for (CacheCourse course : courses) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.text(course.name())));
      for (PhaseRow phase : run.phases()) {
        cells.add(cell(course.in(run.phases(), each -> each.equals(phase))));
      }
      ColdAndWarm parts = ColdAndWarm.of(course, run);
      cells.add(cell(parts.cold()));
      cells.add(cell(parts.warm()));
      table.row(cells);
    }
    return table.html()
        + Section.note(
            "Cold is the warm-up, or the first tenth of a run without one. A reply is a hit if"
                + " X-Cache or Age says so, or if its status is 304.");
  }

  private static Cell cell(HitRatio ratio) {
    Double share = ratio.share();
    return share == null ? Cell.unknown() : Cell.figure(Figures.share(share), share);
  }

  private static String sessions(Run run) {
    Replies replies = run.replies();
    if (replies == null) {
      return "";
    }
    Replies.Sessions sessions = replies.sessions();
    return "<dl class=\"cards\">"
        + Section.card(
            "Sessions",
            Figures.number(sessions.begun()),
            "with about " + Figures.count(sessions.accounts(), "account"))
        + Section.card(
            "Shared accounts", Figures.number(sessions.shared()), "in use twice at the same time")
        + Section.card(
            "Addresses read",
            Figures.number(sessions.addresses()),
            "about, in " + Figures.count(sessions.reads(), "read"))
        + "</dl>\n";
  }
}
