package io.tideline.reports.gate;

import io.tideline.engine.plan.Resilience;
import io.tideline.engine.plan.Resilience.Window;
import io.tideline.engine.plan.Resilience.WindowSlo;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Question.Measured;
import io.tideline.reports.stats.FaultWindow;
import io.tideline.reports.stats.FaultWindows;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether promises on the windows around the faults hold, for each fault by itself. One on the time
 * before the faults is a question of validity: a target that was not well proves nothing.
 *
 * <p>Where there are too few successful requests for a percentile, but the time before had enough
 * of them in a second for a window of this length, it is the fault that took them: that fails.
 */
final class WindowChecks {
  private final List<FaultWindow> windows;

  private WindowChecks(List<FaultWindow> windows) {
    this.windows = windows;
  }

  static List<Check> of(Run run, Resilience promised) {
    WindowChecks all = new WindowChecks(FaultWindows.of(run));
    List<Check> checks = new ArrayList<>();
    for (WindowSlo promise : promised.slos()) {
      all.windows.stream()
          .filter(window -> window.window() == promise.window())
          .filter(window -> promise.fault() == null || promise.fault().equals(window.fault()))
          .forEach(window -> checks.add(all.check(promise, window)));
    }
    return checks;
  }

  private Check check(WindowSlo promise, FaultWindow window) {
    return promise.slo().metric() == Metric.ERRORS
        ? errors(promise, window)
        : latency(promise, window);
  }

  private Check errors(WindowSlo promise, FaultWindow window) {
    Slo slo = promise.slo();
    long requests = window.requests(slo.scope());
    long failed = window.failures(slo.scope());
    if (requests == 0) {
      return tooFew(promise, window, new Measured(null, 0), 1);
    }
    double share = (double) failed / requests;
    boolean kept = share <= slo.limit();
    boolean tooFew = kept && requests < slo.leastValues();
    return answer(
        promise,
        window,
        new Measured(share, requests),
        new Said(
            tooFew ? Status.INSUFFICIENT : kept ? Status.PASS : Status.FAIL,
            Figures.share(share)
                + " errors ("
                + Figures.number(failed)
                + " of "
                + Figures.count(requests, "request")
                + "), at most "
                + Figures.share(slo.limit())
                + " promised"
                + (tooFew ? "; " + ErrorCheck.needs(slo) : "")));
  }

  private Check latency(WindowSlo promise, FaultWindow window) {
    Slo slo = promise.slo();
    Latencies times = window.latencies(slo.scope());
    long least = slo.metric().leastValues();
    if (times.count() < least) {
      Double value = times.count() == 0 ? null : (Double) value(slo.metric(), times);
      return tooFew(promise, window, new Measured(value, times.count()), least);
    }
    double value = value(slo.metric(), times);
    boolean kept = value <= slo.limit();
    boolean tooFew = kept && times.count() < slo.leastValues();
    return answer(
        promise,
        window,
        new Measured(value, times.count()),
        new Said(
            tooFew ? Status.INSUFFICIENT : kept ? Status.PASS : Status.FAIL,
            slo.metric().key()
                + " "
                + Figures.millis(value)
                + ", at most "
                + Figures.millis(slo.limit())
                + " promised ("
                + Figures.count(times.count(), "request")
                + ")"
                + (tooFew ? "; " + ErrorCheck.needs(slo) : "")));
  }

  private static double value(Metric metric, Latencies times) {
    return metric == Metric.MEAN ? times.mean() : times.at(metric.quantile());
  }

  private Check tooFew(WindowSlo promise, FaultWindow window, Measured measured, long least) {
    Slo slo = promise.slo();
    String figures =
        Figures.count(measured.samples(), "request")
            + " came back in "
            + Figures.rate(window.seconds())
            + " s, "
            + slo.metric().key()
            + " needs "
            + Figures.number(least);
    double usual = usual(slo.scope(), window);
    boolean taken = window.window() != Window.BEFORE && usual >= least;
    return answer(
        promise,
        window,
        measured,
        taken
            ? new Said(
                Status.FAIL,
                figures
                    + String.format(
                        java.util.Locale.ROOT, "; before the faults it would be %.0f", usual))
            : new Said(Status.INSUFFICIENT, figures + "; let it last longer, or raise the rate"));
  }

  /** How many successes a window of this length would have had before the faults. */
  private double usual(Scope scope, FaultWindow window) {
    FaultWindow before = windows.get(0);
    return before.seconds() == 0
        ? 0
        : before.latencies(scope).count() / before.seconds() * window.seconds();
  }

  private record Said(Status status, String words) {}

  private static Check answer(WindowSlo promise, FaultWindow window, Measured measured, Said said) {
    Slo slo = promise.slo();
    Scope scope = slo.scope();
    String missing =
        said.status == Status.FAIL && promise.shows() != null
            ? "; missing, or not enough: " + promise.shows()
            : "";
    String unit = slo.metric() == Metric.ERRORS ? "share" : "ms";
    return new Question(id(slo, window), slo.metric().key(), unit, slo.limit())
        .answer(
            scope,
            measured,
            said.status,
            ScopeName.of(scope) + " " + window.words() + ": " + said.words + missing);
  }

  private static String id(Slo slo, FaultWindow window) {
    String about =
        window.fault() == null ? "validity/before" : "resilience/" + window.window().key();
    return String.join(
        "/",
        about,
        any(window.fault()),
        any(slo.scope().journey()),
        any(slo.scope().request()),
        slo.metric().key());
  }

  private static String any(@Nullable String name) {
    return name == null ? "*" : name;
  }
}
