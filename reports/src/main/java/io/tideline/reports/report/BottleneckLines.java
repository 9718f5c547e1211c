package io.tideline.reports.report;

import io.tideline.reports.bottleneck.PhaseBottleneck;
import io.tideline.reports.caching.CacheCourse;
import io.tideline.reports.caching.ColdAndWarm;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;

/** A line for each phase on what limited it, and one for each cache. */
final class BottleneckLines {
  private BottleneckLines() {}

  static List<String> of(Run run) {
    List<String> lines = new ArrayList<>();
    PhaseBottleneck.of(run).stream()
        .filter(phase -> !phase.saturated().isEmpty() || !phase.moved().isEmpty())
        .forEach(phase -> lines.add("Resources in " + phase.sentence()));
    List<CacheCourse> courses = new ArrayList<>(CacheCourse.ofTarget(run));
    CacheCourse replies = CacheCourse.ofReplies(run);
    if (replies != null) {
      courses.add(replies);
    }
    for (CacheCourse course : courses) {
      ColdAndWarm parts = ColdAndWarm.of(course, run);
      Double cold = parts.cold().share();
      Double warm = parts.warm().share();
      if (warm != null) {
        lines.add(
            "Cache "
                + course.name()
                + ": "
                + Figures.share(warm)
                + " hits"
                + (cold == null ? "" : ", " + Figures.share(cold) + " while it was cold"));
      }
    }
    return lines;
  }
}
