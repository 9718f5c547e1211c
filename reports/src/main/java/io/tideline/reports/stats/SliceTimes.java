package io.tideline.reports.stats;

import io.tideline.engine.schedule.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Checks that the generators of slices ran together: each phase began within the same few seconds,
 * by their clocks. Starts by hand may be apart by one hundredth of the planned time, at least 5 and
 * at most 60 seconds, and never by more than half of the shortest phase (at least 1 second): beyond
 * that the load that the target met is another one than planned.
 */
final class SliceTimes {
  private static final double SHARE = 0.01;
  private static final double LEAST_SECONDS = 5;
  private static final double MOST_SECONDS = 60;
  private static final double LEAST_ALLOWED = 1;
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final String TOGETHER = "together";

  private SliceTimes() {}

  static void check(List<Run> slices, Joint.Builder remarks) {
    if (slices.size() == 1) {
      return;
    }
    for (Run run : slices) {
      if (run.info().start() == null) {
        remarks.problem(
            TOGETHER, "nothing says when " + SliceChecks.name(run) + " began, or beside which");
      }
    }
    List<Run> timed = slices.stream().filter(run -> run.info().start() != null).toList();
    if (timed.size() > 1) {
      starts(timed, remarks);
      steering(timed, remarks);
    }
  }

  private static void starts(List<Run> slices, Joint.Builder remarks) {
    double allowed = allowedSeconds(slices.get(0));
    double apart = apart(slices.stream().map(run -> startSeconds(run, 0)).toList());
    if (apart > allowed) {
      remarks.problem(
          TOGETHER,
          String.format(
              Locale.ROOT,
              "the generators did not run together: their first instants are %.1f s apart, at most"
                  + " %.1f s allowed; start them at the same time, with synchronised clocks",
              apart,
              allowed));
      return;
    }
    for (int i = 0; i < slices.get(0).phases().size(); i++) {
      int phase = i;
      double late =
          apart(
              slices.stream()
                  .filter(run -> run.phases().get(phase).durationSeconds() > 0)
                  .map(run -> startSeconds(run, run.phases().get(phase).startSeconds()))
                  .toList());
      if (late > allowed) {
        remarks.problem(
            TOGETHER,
            String.format(
                Locale.ROOT,
                "the generators did not run together: their phase %s began %.1f s apart, at most"
                    + " %.1f s allowed; pause and steer all generators alike",
                slices.get(0).phases().get(phase).name(),
                late,
                allowed));
        return;
      }
    }
  }

  static double allowedSeconds(Run run) {
    Duration planned = SliceChecks.planOf(run).duration();
    double shortest =
        SliceChecks.planOf(run).load().phases().stream()
            .mapToDouble(phase -> phase.duration().toMillis() / MILLIS_PER_SECOND)
            .min()
            .orElse(LEAST_SECONDS);
    double byHand =
        Math.min(
            MOST_SECONDS, Math.max(LEAST_SECONDS, SHARE * planned.toMillis() / MILLIS_PER_SECOND));
    return Math.max(LEAST_ALLOWED, Math.min(byHand, shortest / 2));
  }

  private static double startSeconds(Run run, double since) {
    Instant start = Objects.requireNonNull(run.info().start());
    return start.toEpochMilli() / MILLIS_PER_SECOND + since;
  }

  private static double apart(List<Double> seconds) {
    double first = seconds.stream().mapToDouble(each -> each).min().orElse(0);
    double last = seconds.stream().mapToDouble(each -> each).max().orElse(0);
    return last - first;
  }

  /** A generator that was scaled alone offered another share than the plan gives it. */
  private static void steering(List<Run> slices, Joint.Builder remarks) {
    List<String> first = steered(slices.get(0));
    for (Run run : slices.subList(1, slices.size())) {
      if (!first.equals(steered(run))) {
        remarks.warning(
            "steering",
            SliceChecks.name(slices.get(0))
                + " and "
                + SliceChecks.name(run)
                + " were not steered alike: "
                + first
                + " and "
                + steered(run));
      }
    }
  }

  private static List<String> steered(Run run) {
    List<String> steered = new ArrayList<>();
    for (RunEvent event : run.events()) {
      if (!event.kind().isFault()) {
        steered.add(
            event.kind() == RunEvent.Kind.SCALE
                ? event.kind() + " " + event.factor()
                : event.kind().toString());
      }
    }
    return steered;
  }
}
