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
    List<Dependency> dependencies =
        aftermath == null
            ? List.of()
            : aftermath.dependencies().stream()
                .filter(each -> promised.proxies().contains(each.proxy()))
                .toList();
    return windows.stream()
        .filter(window -> window.window() == Window.DURING)
        .map(during -> check(promised, dependencies, windows.get(0), during))
        .toList();
  }

  private static Check check(
      Amplification promised,
      List<Dependency> dependencies,
      FaultWindow before,
      FaultWindow during) {
    String fault = String.valueOf(during.fault());
    Question question =
        new Question("resilience/amplification/" + fault, "amplification", "", promised.limit());
    String proxies = String.join(", ", promised.proxies());
    double usual = perRequest(attempts(dependencies, before), before);
    if (usual == 0) {
      return question.answer(
          null,
          0,
          Status.INSUFFICIENT,
          "No attempt was seen at proxy "
              + proxies
              + " before the faults; see that the dependency is reached through it");
    }
    long attempts = attempts(dependencies, during);
    double value = perRequest(attempts, during) / usual;
    boolean kept = value <= promised.limit();
    return question.answer(
        value,
        attempts,
        kept ? Status.PASS : Status.FAIL,
        String.format(
            Locale.ROOT,
            "\"%s\": %.2f times the usual attempts for each request at %s (%,d attempts, %,d"
                + " requests), at most %.2f times promised%s",
            fault,
            value,
            proxies,
            attempts,
            during.requests(Scope.EVERYTHING),
            promised.limit(),
            kept ? "" : ": retries have no bound, or no breaker stops them"));
  }

  private static long attempts(List<Dependency> dependencies, FaultWindow window) {
    return dependencies.stream().mapToLong(each -> each.attempts(window)).sum();
  }

  private static double perRequest(long attempts, FaultWindow window) {
    return (double) attempts / Math.max(1, window.requests(Scope.EVERYTHING));
  }
}
