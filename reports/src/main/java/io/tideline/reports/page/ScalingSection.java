package io.tideline.reports.page;

import io.tideline.reports.scaling.ScalingCourse;
import io.tideline.reports.scaling.ScalingCourse.Rise;
import io.tideline.reports.stats.Run;
import org.jspecify.annotations.Nullable;

/** Replicas over the load, and when they followed it. */
final class ScalingSection {
  private ScalingSection() {}

  static String html(Run run) {
    ScalingCourse course = ScalingCourse.of(run);
    if (course == null) {
      return "";
    }
    Rise rise = course.rise();
    String cards =
        rise == null
            ? Section.note("The load never rose by a fifth after the warm-up.")
            : "<dl class=\"cards\">"
                + Section.card(
                    "Load",
                    Words.rate(rise.low()) + " to " + Words.rate(rise.high()),
                    "users per second, risen at "
                        + Words.duration(rise.risenSeconds())
                        + fallen(course.fallenSeconds()))
                + Section.card(
                    "Replicas",
                    count(course.before()) + " to " + count(course.most()),
                    "before and at most")
                + Section.card("Scaled out", out(course), "after the load had risen")
                + Section.card("Scaled in", in(course), "after the load had fallen")
                + "</dl>\n";
    return Section.of(
        "scaling",
        "Scaling",
        cards
            + Section.chart(
                "scaling", "Replicas (left) over new users per second that were due (right)"));
  }

  private static String fallen(@Nullable Double seconds) {
    return seconds == null ? "" : ", fallen at " + Words.duration(seconds);
  }

  private static String out(ScalingCourse course) {
    return course.before() == null ? Words.UNKNOWN : said(course.outDelay());
  }

  /** What was not added, or at a load that did not fall, nobody waits for to be taken back. */
  private static String in(ScalingCourse course) {
    boolean awaited = course.outSeconds() != null && course.fallenSeconds() != null;
    return awaited ? said(course.inDelay()) : Words.UNKNOWN;
  }

  private static String said(@Nullable Double seconds) {
    return seconds == null ? "never" : Words.duration(seconds);
  }

  private static String count(@Nullable Double replicas) {
    return replicas == null ? Words.UNKNOWN : Words.rate(replicas);
  }
}
