package io.tideline.reports.report;

import io.tideline.engine.schedule.RunEvent;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.Generator;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the generator fared, and what happened to the run while it went on. */
final class CourseLines {
  private static final double NANOS_PER_SECOND = 1e9;

  private CourseLines() {}

  static List<String> of(Run run) {
    List<String> lines = new ArrayList<>();
    Generator generator = run.generator();
    if (generator != null) {
      lines.add(
          "Generator: processors "
              + Figures.share(generator.cpuMean())
              + " on average, "
              + Figures.share(generator.cpuMax())
              + " at most; longest pause "
              + Figures.millis(generator.pauseMaxMillis())
              + ", collections "
              + Figures.millis(generator.gcMillis())
              + " in all");
    }
    run.events().stream()
        .filter(event -> !event.reason().equals(RunEvent.SEARCH))
        .forEach(event -> lines.add(line(event)));
    return lines;
  }

  private static String line(RunEvent event) {
    String what =
        switch (event.kind()) {
          case PAUSE -> "paused";
          case RESUME -> "resumed";
          case SCALE -> String.format(Locale.ROOT, "scaled to %s times the plan", event.factor());
          case STOP -> "stopped";
          case DONE -> "ended";
          case ABORT -> "aborted";
          case FAULT_START -> "fault began";
          case FAULT_END -> "fault ended";
          case FAULT_FAILED -> "fault failed";
        };
    double seconds = event.atNanos() / NANOS_PER_SECOND;
    String more = event.detail() == null ? "" : ": " + event.detail();
    return String.format(Locale.ROOT, "At %.1f s: %s (%s)%s", seconds, what, event.reason(), more);
  }
}
