package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.scaling.ScalingCourse;
import io.tideline.reports.scaling.ScalingCourse.Rise;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.SampleSize;
import io.tideline.reports.stats.TimeLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Whether the promises of a plan were kept while the target scaled: from when the load began to
 * rise to when the number of replicas had settled, or if it never changed until the run's end.
 * Response times are those that were measured in the intervals of that time.
 */
final class WhileScaling {
  private final TimeLine line;
  private final int from;
  private final int to;

  private WhileScaling(TimeLine line, double fromSeconds, double toSeconds) {
    this.line = line;
    this.from = line.from(fromSeconds);
    this.to = line.from(toSeconds);
  }

  private record Broken(Slo slo, String sentence) {}

  static Check check(Run run, List<Slo> slos, ScalingCourse course, Rise rise) {
    double from = rise.beginsSeconds();
    double until =
        Objects.requireNonNullElse(course.settledSeconds(), course.endSeconds())
            + course.series().intervalSeconds();
    double to = Math.max(until, rise.risenSeconds() + course.series().intervalSeconds());
    WhileScaling scaling = new WhileScaling(run.timeLine(), from, to);
    int judged = 0;
    List<Broken> broken = new ArrayList<>();
    for (Slo slo : slos) {
      if (slo.scope().phase() == null && scaling.canJudge(slo)) {
        double value = scaling.value(slo);
        boolean kept = value <= slo.limit();
        judged += kept && !scaling.hasEnough(slo) ? 0 : 1;
        if (!kept) {
          broken.add(new Broken(slo, sentence(slo, value)));
        }
      }
    }
    Status status =
        judged == 0 ? Status.INSUFFICIENT : broken.isEmpty() ? Status.PASS : Status.FAIL;
    String window =
        String.format(
            Locale.ROOT,
            "While it %s, second %.0f to %.0f: ",
            course.outSeconds() == null ? "was to scale" : "scaled",
            from,
            to);
    String said =
        switch (status) {
          case INSUFFICIENT -> "too few requests for any promise of the plan that is of all phases";
          case PASS ->
              (judged == 1 ? "the promise" : "all " + judged + " promises") + " of the plan kept";
          default ->
              broken.get(0).sentence()
                  + (broken.size() == 1
                      ? ""
                      : ", and " + (broken.size() - 1) + " more of " + judged + " promises broken");
        };
    return new Check(
        "slo/scaling/promises",
        Kind.SLO,
        Scope.EVERYTHING,
        "promises broken while scaling",
        (double) broken.size(),
        0.0,
        "promises",
        judged,
        status,
        window + said);
  }

  private static String sentence(Slo slo, double value) {
    boolean errors = slo.metric() == Metric.ERRORS;
    return ScopeName.of(slo.scope())
        + ": "
        + slo.metric().key()
        + " "
        + (errors ? Figures.share(value) : Figures.millis(value))
        + ", at most "
        + (errors ? Figures.share(slo.limit()) : Figures.millis(slo.limit()))
        + " promised";
  }

  private boolean canJudge(Slo slo) {
    long ok = line.latencies(slo.scope(), from, to).count();
    return slo.metric() == Metric.ERRORS
        ? ok + line.failures(slo.scope(), from, to) > 0
        : ok >= SampleSize.least(slo.metric());
  }

  private boolean hasEnough(Slo slo) {
    long ok = line.latencies(slo.scope(), from, to).count();
    long failed = slo.metric() == Metric.ERRORS ? line.failures(slo.scope(), from, to) : 0;
    return ok + failed >= slo.leastValues();
  }

  private double value(Slo slo) {
    Latencies latencies = line.latencies(slo.scope(), from, to);
    if (slo.metric() == Metric.ERRORS) {
      long failed = line.failures(slo.scope(), from, to);
      return (double) failed / Math.max(1, failed + latencies.count());
    }
    return slo.metric() == Metric.MEAN ? latencies.mean() : latencies.at(slo.metric().quantile());
  }
}
