package io.tideline.reports.ticket;

import io.tideline.reports.gate.Figures;
import io.tideline.reports.scaling.ScalingCourse;
import io.tideline.reports.scaling.ScalingCourse.Rise;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The target did not follow the load with replicas as was promised. */
record ScalingMissed(FailedCheck failed) implements Finding {
  private static final String IN = "scale in";

  @Override
  public String kind() {
    return "scaling";
  }

  @Override
  public String title() {
    String what =
        switch (failed.check().metric()) {
          case "scale out" -> "Did not scale out in time";
          case IN -> "Did not scale in in time";
          case "replicas" -> "More or fewer replicas than allowed";
          default -> "Promises broken while scaling";
        };
    return what + " in " + failed.where();
  }

  /** Too many replicas cost money, too few cost users. */
  @Override
  public Severity severity() {
    if (failed.check().metric().equals(IN)) {
      return Severity.LOW;
    }
    return failed.check().value() == null ? Severity.HIGH : Severity.ofMiss(failed.miss());
  }

  @Override
  public Sureness sureness() {
    return Sureness.LIKELY;
  }

  @Override
  public List<String> evidence() {
    ScalingCourse course = ScalingCourse.of(failed.run());
    Rise rise = course == null ? null : course.rise();
    if (course == null || rise == null) {
      return List.of();
    }
    List<String> facts = new ArrayList<>();
    facts.add(
        String.format(
            Locale.ROOT,
            "The load rose from %s to %s new users per second, from second %.0f to %.0f",
            Figures.load(rise.low()),
            Figures.load(rise.high()),
            rise.beginsSeconds(),
            rise.risenSeconds()));
    if (course.before() != null && course.most() != null) {
      facts.add(
          "Replicas: "
              + Figures.load(course.before())
              + " before, "
              + Figures.load(course.most())
              + " at most");
    }
    if (course.outSeconds() != null) {
      facts.add(String.format(Locale.ROOT, "More of them at second %.0f", course.outSeconds()));
    }
    if (course.fallenSeconds() != null) {
      facts.add(
          String.format(Locale.ROOT, "The load had fallen at second %.0f", course.fallenSeconds()));
    }
    return facts;
  }

  @Override
  public List<String> suspicions() {
    ScalingCourse course = ScalingCourse.of(failed.run());
    if (course == null || course.rise() == null) {
      return List.of();
    }
    return course.outSeconds() == null
        ? List.of(
            "Replicas never changed while the load did: the autoscaler does not see this load, or"
                + " may not act on it")
        : List.of();
  }

  @Override
  public List<String> fixes() {
    return failed.check().metric().equals(IN)
        ? List.of(
            "Look at the autoscaler's window for scaling down, and at its lowest number",
            "See what still keeps replicas busy after the load has gone")
        : List.of(
            "Look at what the autoscaler goes by, its target, and how often it looks",
            "See how long a new replica takes from being wanted to being ready",
            "Keep more replicas for a rise as steep as this one, or scale by the clock");
  }
}
