package io.tideline.reports.ticket;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.JourneyRow;
import io.tideline.reports.stats.RequestRow;
import io.tideline.reports.stats.Run;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whom a scope touches, outside the warm-up.
 *
 * @param requests its requests
 * @param allRequests those of the run
 * @param users share of users who made such a request: passes through the journeys that hold one,
 *     in the scope's phase, among all passes; without any pass the share of requests
 */
record Reach(long requests, long allRequests, double users) {

  static Reach of(Run run, Scope scope) {
    long requests = run.pool(scope).requests();
    long all = run.pool(Scope.EVERYTHING).requests();
    Set<String> measured =
        run.phases().stream()
            .filter(phase -> !phase.warmUp())
            .map(phase -> phase.name())
            .collect(Collectors.toSet());
    Set<String> journeys =
        run.requests().stream()
            .filter(row -> matches(scope.journey(), row.journey()))
            .filter(row -> matches(scope.request(), row.name()))
            .map(RequestRow::journey)
            .collect(Collectors.toSet());
    long everybody = passes(run, row -> measured.contains(row.phase()));
    long touched =
        passes(
            run,
            row ->
                journeys.contains(row.journey())
                    && (scope.phase() == null
                        ? measured.contains(row.phase())
                        : scope.phase().equals(row.phase())));
    double users = everybody > 0 ? (double) touched / everybody : share(requests, all);
    return new Reach(requests, all, Math.min(1, users));
  }

  /** In words. */
  String sentence() {
    return "It touches "
        + Figures.share(users)
        + " of the users and "
        + Figures.share(share(requests, allRequests))
        + " of the requests ("
        + Figures.number(requests)
        + " of "
        + Figures.number(allRequests)
        + ")";
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static long passes(Run run, Predicate<JourneyRow> counted) {
    return run.journeys().stream().filter(counted).mapToLong(row -> row.passes().requests()).sum();
  }

  private static boolean matches(@Nullable String wanted, String name) {
    return wanted == null || wanted.equals(name);
  }
}
