package io.tideline.reports.gate;

import io.tideline.engine.plan.Resilience.Amplification;
import io.tideline.engine.plan.Resilience.Window;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.Aftermath;
import io.tideline.reports.stats.Dependency;
import io.tideline.reports.stats.FaultWindow;
import io.tideline.reports.stats.FaultWindows;
import io.tideline.reports.stats.Run;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether retries multiply what a dependency is asked, for each fault by itself:
 *
 * <pre>
 * amplification = (attempts / requests) during the fault / (attempts / requests) before the first
 * </pre>
 *
 * Attempts are counted at the proxy before the dependency, requests are those of users that ended
 * in the window.
 */
final class AmplificationChecks {
  private AmplificationChecks() {}

  static List<Check> of(Run run, Amplification promised) {
    List<FaultWindow> windows = FaultWindows.of(run);
    Aftermath aftermath = run.aftermath();
    Dependency dependency =
        aftermath == null
            ? null
            : aftermath.dependencies().stream()
                .filter(each -> each.proxy().equals(promised.proxy()))
                .findFirst()
                .orElse(null);
    return windows.stream()
        .filter(window -> window.window() == Window.DURING)
        .map(during -> check(promised, dependency, windows.get(0), during))
        .toList();
  }

  private static Check check(
      Amplification promised,
      @Nullable Dependency dependency,
      FaultWindow before,
      FaultWindow during) {
    String fault = String.valueOf(during.fault());
    Question question =
        new Question("resilience/amplification/" + fault, "amplification", "", promised.limit());
    if (dependency == null || dependency.attempts(before) == 0) {
      return question.answer(
          null,
          0,
          Status.INSUFFICIENT,
          "No attempt was seen at proxy \""
              + promised.proxy()
              + "\" before the faults; see that the dependency is reached through it");
    }
    long attempts = dependency.attempts(during);
    double usual = perRequest(dependency.attempts(before), before);
    double value = perRequest(attempts, during) / usual;
    boolean kept = value <= promised.limit();
    return question.answer(
        value,
        attempts,
        kept ? Status.PASS : Status.FAIL,
        String.format(
            Locale.ROOT,
            "\"%s\": %.2f times the usual attempts for each request at \"%s\" (%,d attempts, %,d"
                + " requests), at most %.2f times promised%s",
            fault,
            value,
            promised.proxy(),
            attempts,
            during.requests(Scope.EVERYTHING),
            promised.limit(),
            kept ? "" : ": retries have no bound, or no breaker stops them"));
  }

  private static double perRequest(long attempts, FaultWindow window) {
    return (double) attempts / Math.max(1, window.requests(Scope.EVERYTHING));
  }
}
