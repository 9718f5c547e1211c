package io.tideline.reports.gate;

import io.tideline.engine.plan.Resilience;
import io.tideline.engine.plan.Resilience.Steady;
import io.tideline.engine.plan.Resilience.Window;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.FaultWindow;
import io.tideline.reports.stats.FaultWindows;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.Recovery;
import io.tideline.reports.stats.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether the target is itself again in time after each fault, and at the end: in the time after
 * the last fault, all of its requests together, its errors, p95 and successes a second are as in
 * the time before the first, within the plan's tolerance.
 */
final class RecoveryChecks {
  private static final double P95 = 0.95;
  private static final double NANOS_PER_SECOND = 1e9;

  private RecoveryChecks() {}

  static List<Check> of(Run run, Resilience promised) {
    List<Check> checks = new ArrayList<>();
    Duration within = promised.recoveryWithin();
    if (within != null) {
      double limit = within.toNanos() / NANOS_PER_SECOND;
      double wanted = limit + (double) promised.steady().intervals() * interval(run);
      Recovery.of(run).forEach(each -> checks.add(recovered(each, limit, wanted)));
    }
    List<FaultWindow> windows = FaultWindows.of(run);
    if (!windows.isEmpty()) {
      checks.add(after(windows, promised.steady()));
    }
    return checks;
  }

  private static int interval(Run run) {
    return run.timeLine().intervalSeconds();
  }

  private static Check recovered(Recovery recovery, double limit, double wanted) {
    Question question =
        new Question("resilience/recovery/" + recovery.fault(), "recovery", "s", limit);
    Double value = recovery.afterEnd();
    double watched = recovery.watchedUntil() - recovery.endSeconds();
    if (value == null && watched < wanted) {
      return question.answer(
          null,
          1,
          Status.INSUFFICIENT,
          words(
              "\"%s\": not itself again in the %.0f s until the next fault or the end, of which %.0f"
                  + " are needed to tell; leave more time after it",
              recovery.fault(), watched, wanted));
    }
    if (value == null) {
      return question.answer(
          watched,
          1,
          Status.FAIL,
          words(
              "\"%s\": not itself again in the %.0f s after it, at most %.0f s promised: failover,"
                  + " or a pool that drops dead connections, is missing",
              recovery.fault(), watched, limit));
    }
    boolean inTime = value <= limit;
    return question.answer(
        value,
        1,
        inTime ? Status.PASS : Status.FAIL,
        words(
            "\"%s\": itself again %.1f s after its end (%.1f s after its start), at most %.0f s"
                + " promised",
            recovery.fault(), value, recovery.afterStart(), limit));
  }

  private static Check after(List<FaultWindow> windows, Steady steady) {
    FaultWindow before = windows.get(0);
    FaultWindow after = windows.get(windows.size() - 1);
    Question question = Question.plain("resilience/after", "steady again");
    boolean known = after.window() == Window.AFTER && after.intervals() >= steady.intervals();
    if (!known || before.requests(Scope.EVERYTHING) == 0) {
      return question.answer(
          null,
          0,
          Status.INSUFFICIENT,
          known
              ? "No request was made before the first fault, so that nobody knows what is steady; give"
                  + " the time before it a load"
              : "The load ended too soon after the last fault to tell whether the target is steady"
                  + " again; let it go on for longer");
    }
    Level usual = Level.of(before);
    Level now = Level.of(after);
    boolean same =
        now.errors <= usual.errors + steady.errors()
            && now.p95 <= usual.p95 * steady.latency()
            && now.perSecond >= usual.perSecond * steady.rate();
    return question.answer(
        null,
        after.requests(Scope.EVERYTHING),
        same ? Status.PASS : Status.FAIL,
        (same ? "Steady again after the last fault: " : "Not steady again after the last fault: ")
            + now
            + "; before the first: "
            + usual);
  }

  private static String words(String format, @Nullable Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** All requests of a window in three figures. */
  private record Level(double errors, double p95, double perSecond) {
    static Level of(FaultWindow window) {
      Latencies times = window.latencies(Scope.EVERYTHING);
      long failed = window.failures(Scope.EVERYTHING);
      double all = Math.max(1, times.count() + failed);
      return new Level(failed / all, times.at(P95), times.count() / window.seconds());
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s errors, p95 %s, %.1f successes/s",
          Figures.share(errors),
          Figures.millis(p95),
          perSecond);
    }
  }
}
