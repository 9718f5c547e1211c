package io.tideline.reports.gate;

import io.tideline.engine.plan.Resilience;
import io.tideline.engine.plan.Resilience.Breaker;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.Aftermath;
import io.tideline.reports.stats.BreakerCourse;
import io.tideline.reports.stats.FaultSpan;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Transitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether the circuit breaker opens on a fault, probes, and closes after it. */
final class BreakerChecks {
  private static final double NANOS_PER_SECOND = 1e9;

  private final String fault;
  private final BreakerCourse course;
  private final boolean sampled;

  private BreakerChecks(String fault, BreakerCourse course, boolean sampled) {
    this.fault = fault;
    this.course = course;
    this.sampled = sampled;
  }

  static List<Check> of(Run run, Resilience promised) {
    Breaker breaker = promised.breaker();
    List<Check> checks = new ArrayList<>();
    if (breaker == null) {
      return checks;
    }
    Aftermath aftermath = run.aftermath();
    Transitions transitions = aftermath == null ? null : aftermath.transitions();
    if (transitions == null) {
      checks.add(untold());
      return checks;
    }
    for (FaultSpan span : FaultSpan.of(run)) {
      if (breaker.opensOn(span.name())) {
        BreakerCourse course = BreakerCourse.of(run, span, transitions.of(breaker.name()));
        checks.addAll(
            new BreakerChecks(span.name(), course, transitions.sampled()).checks(breaker));
      }
    }
    return checks;
  }

  private static Check untold() {
    return Question.plain("resilience/breaker", "breaker")
        .answer(
            null,
            0,
            Status.INSUFFICIENT,
            "Nothing tells what the circuit breaker did; see that the target answers at"
                + " resilience.breaker.transitions, or name a resource that is above 0 while it is"
                + " open");
  }

  private List<Check> checks(Breaker breaker) {
    List<Check> checks = new ArrayList<>();
    checks.add(opens(seconds(breaker.opensWithin())));
    if (course.opened() != null) {
      checks.add(closes(seconds(breaker.closesWithin())));
      if (breaker.probes() != null) {
        checks.add(probes(breaker.probes()));
      }
    }
    return checks;
  }

  private Check opens(@Nullable Double limit) {
    Double value = course.opened();
    return check(
        "opens",
        limit,
        value,
        value == null
            ? "the breaker did not open: it is missing, or its threshold is out of reach"
            : within("the breaker opened %.2f s after its start", value, limit));
  }

  private Check closes(@Nullable Double limit) {
    Double value = course.closed();
    return check(
        "closes",
        limit,
        value,
        value == null
            ? "the breaker did not close again: its probes fail, or it makes none"
            : within("the breaker closed %.2f s after its end", value, limit));
  }

  private Check probes(long limit) {
    boolean kept = course.probes() >= 1 && course.probes() <= limit;
    return new Question(id("probes"), "probes", "", (double) limit)
        .answer(
            (double) course.probes(),
            course.probes(),
            kept ? Status.PASS : Status.FAIL,
            String.format(
                Locale.ROOT,
                "\"%s\": the breaker was half open %d times, from 1 to %d promised",
                fault,
                course.probes(),
                limit));
  }

  private Check check(String what, @Nullable Double limit, @Nullable Double value, String words) {
    boolean kept = value != null && (limit == null || value <= limit);
    return new Question(id(what), "breaker " + what, "s", limit)
        .answer(
            value,
            course.transitions(),
            kept ? Status.PASS : Status.FAIL,
            "\""
                + fault
                + "\": "
                + words
                + (sampled ? " (from a metric: what is shorter than its interval is missed)" : ""));
  }

  private String id(String what) {
    return "resilience/breaker/" + fault + "/" + what;
  }

  private static String within(String format, double value, @Nullable Double limit) {
    return String.format(Locale.ROOT, format, value)
        + (limit == null ? "" : String.format(Locale.ROOT, ", at most %.1f s promised", limit));
  }

  private static @Nullable Double seconds(@Nullable Duration duration) {
    return duration == null ? null : (Double) (duration.toNanos() / NANOS_PER_SECOND);
  }
}
