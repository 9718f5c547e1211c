package io.tideline.reports.gate;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scaling;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.scaling.ScalingCourse;
import io.tideline.reports.scaling.ScalingCourse.Rise;
import io.tideline.reports.stats.ResourceRow;
import io.tideline.reports.stats.Resources;
import io.tideline.reports.stats.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the target grew with the load in time, kept its promises meanwhile, and shrank again. */
final class ScalingChecks {
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final String SECONDS = "s";

  private final Run run;
  private final Scaling scaling;
  private final ScalingCourse course;

  private ScalingChecks(Run run, Scaling scaling, ScalingCourse course) {
    this.run = run;
    this.scaling = scaling;
    this.course = course;
  }

  static List<Check> of(Run run) {
    Plan plan = run.plan();
    Scaling scaling = plan == null ? null : plan.scaling();
    if (plan == null || scaling == null || run.capacity() != null) {
      return List.of();
    }
    ScalingCourse course = ScalingCourse.of(run);
    if (course == null) {
      return List.of(unknown(run, scaling));
    }
    return new ScalingChecks(run, scaling, course).checks(plan);
  }

  private static Check unknown(Run run, Scaling scaling) {
    Resources resources = run.resources();
    String names =
        resources == null
            ? ""
            : resources.rows().stream()
                .map(ResourceRow::name)
                .filter(name -> name.contains("replica"))
                .collect(Collectors.joining(", "));
    return check(
        "replicas",
        null,
        null,
        Status.INSUFFICIENT,
        "Scaling: no resource \""
            + scaling.replicas()
            + "\" tells of replicas"
            + (names.isEmpty() ? "" : "; there are " + names)
            + "; name one in scaling.replicas, and its metric in resources");
  }

  private List<Check> checks(Plan plan) {
    List<Check> checks = new ArrayList<>();
    if (scaling.min() != null || scaling.max() != null) {
      checks.add(bounds());
    }
    Rise rise = course.rise();
    if (rise == null) {
      checks.add(
          check(
              "scale out",
              null,
              seconds(scaling.outWithin()),
              Status.INSUFFICIENT,
              "Scaling: the load never rose by a fifth after the warm-up, so that nothing was to be"
                  + " scaled; take a plan with a rise, such as a spike"));
      return checks;
    }
    if (scaling.outWithin() != null) {
      checks.add(out(rise, seconds(scaling.outWithin())));
    }
    if (plan.slos().stream().anyMatch(slo -> slo.scope().phase() == null)) {
      checks.add(WhileScaling.check(run, plan.slos(), course, rise));
    }
    if (scaling.inWithin() != null && !(neverOut() && scaling.outWithin() != null)) {
      checks.add(in(seconds(scaling.inWithin())));
    }
    return checks;
  }

  /** What was never added cannot be taken back; that it was not is for the other check to say. */
  private boolean neverOut() {
    return course.before() != null && course.outSeconds() == null;
  }

  private Check out(Rise rise, double within) {
    Double delay = course.outDelay();
    boolean tooEarly = delay == null && course.endSeconds() - rise.risenSeconds() < within;
    Status status =
        delay != null && delay <= within
            ? Status.PASS
            : tooEarly || course.before() == null ? Status.INSUFFICIENT : Status.FAIL;
    String load =
        String.format(
            Locale.ROOT,
            "the load rose from %s to %s users per second, from second %.0f to %.0f",
            Figures.load(rise.low()),
            Figures.load(rise.high()),
            rise.beginsSeconds(),
            rise.risenSeconds());
    String said =
        delay == null
            ? "replicas stayed at " + count(course.before()) + ", more of them"
            : String.format(
                Locale.ROOT,
                "more than %s %s, at second %.0f",
                replicas(course.before()),
                delay == 0 ? "before it had risen" : after(delay),
                course.outSeconds());
    return check(
        "scale out",
        delay,
        within,
        status,
        "Scaling out: "
            + load
            + "; "
            + said
            + (delay == null ? " promised within " : ", within ")
            + Figures.number(Math.round(within))
            + (delay == null ? " s" : " s promised")
            + (status == Status.INSUFFICIENT ? "; hold the load for longer" : ""));
  }

  private Check in(double within) {
    Double fallen = course.fallenSeconds();
    Double delay = course.inDelay();
    if (fallen == null) {
      return check(
          "scale in",
          null,
          within,
          Status.INSUFFICIENT,
          "Scaling in: the load did not fall again, so that nothing was to be taken back; add a"
              + " phase at a low load");
    }
    if (neverOut()) {
      return check(
          "scale in",
          null,
          within,
          Status.INSUFFICIENT,
          "Scaling in: there were never more than "
              + replicas(course.before())
              + ", so that nothing was to be taken back");
    }
    boolean tooShort = delay == null && course.endSeconds() - fallen < within;
    Status status =
        delay != null && delay <= within
            ? Status.PASS
            : tooShort || course.before() == null ? Status.INSUFFICIENT : Status.FAIL;
    String said =
        delay == null
            ? "replicas did not come down from "
                + count(course.most())
                + String.format(
                    Locale.ROOT, " in the %.0f s that were left", course.endSeconds() - fallen)
            : "as few replicas as before " + after(delay);
    return check(
        "scale in",
        delay,
        within,
        status,
        String.format(Locale.ROOT, "Scaling in: the load had fallen at second %.0f; ", fallen)
            + said
            + ", within "
            + Figures.number(Math.round(within))
            + " s promised"
            + (status == Status.INSUFFICIENT ? "; let the last phase go on for longer" : ""));
  }

  private Check bounds() {
    int end = course.series().count();
    Double fewest = course.series().fewest(0, end);
    Double most = course.series().most(0, end);
    boolean few = fewest != null && scaling.min() != null && fewest < scaling.min();
    boolean many = most != null && scaling.max() != null && most > scaling.max();
    Status status = fewest == null ? Status.INSUFFICIENT : few || many ? Status.FAIL : Status.PASS;
    boolean byFewest = few || scaling.max() == null;
    Long limit = byFewest ? scaling.min() : scaling.max();
    return new Check(
        "slo/scaling/replicas",
        Kind.SLO,
        Scope.EVERYTHING,
        "replicas",
        byFewest ? fewest : most,
        limit == null ? null : (Double) (double) limit,
        "replicas",
        end,
        status,
        "Replicas: "
            + (fewest == null
                ? "nobody knows how many"
                : count(fewest) + (fewest.equals(most) ? " all the time" : " to " + count(most)))
            + ", "
            + (scaling.min() == null ? "" : "at least " + scaling.min())
            + (scaling.min() == null || scaling.max() == null ? "" : " and ")
            + (scaling.max() == null ? "" : "at most " + scaling.max())
            + " promised");
  }

  private static String after(double seconds) {
    return String.format(Locale.ROOT, "%.0f s after that", seconds);
  }

  private static String replicas(@Nullable Double count) {
    return count(count) + (count != null && count == 1 ? " replica" : " replicas");
  }

  private static String count(@Nullable Double replicas) {
    return replicas == null ? "an unknown number" : Figures.load(replicas);
  }

  private static double seconds(@Nullable Duration duration) {
    return duration == null ? Double.NaN : duration.toMillis() / MILLIS_PER_SECOND;
  }

  private static Check check(
      String metric, @Nullable Double value, @Nullable Double limit, Status status, String said) {
    return new Check(
        "slo/scaling/" + metric.replace(' ', '-'),
        Kind.SLO,
        Scope.EVERYTHING,
        metric,
        value,
        limit == null || limit.isNaN() ? null : limit,
        SECONDS,
        value == null ? 0 : 1,
        status,
        said);
  }
}
