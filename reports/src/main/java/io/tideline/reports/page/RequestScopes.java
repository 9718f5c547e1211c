package io.tideline.reports.page;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.Run;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The scopes that a page shows, and what they are called. */
final class RequestScopes {
  private RequestScopes() {}

  /** Each request of each journey that was made outside the warm-up, the slowest first. */
  static List<Scope> slowestFirst(Run run) {
    Comparator<Scope> byP95 =
        Comparator.comparingLong(scope -> run.pool(scope).okLatencies().at(0.95));
    return of(run).stream().sorted(byP95.reversed()).toList();
  }

  /** The same in the run's order. */
  static List<Scope> of(Run run) {
    Set<Scope> scopes = new LinkedHashSet<>();
    run.requests().forEach(row -> scopes.add(new Scope(row.journey(), row.name(), null)));
    return scopes.stream().filter(scope -> run.pool(scope).requests() > 0).toList();
  }

  /** Each journey that was gone through outside the warm-up. */
  static List<Scope> journeys(Run run) {
    Set<Scope> scopes = new LinkedHashSet<>();
    run.journeys().forEach(row -> scopes.add(new Scope(row.journey(), null, null)));
    return scopes.stream().filter(scope -> run.pool(scope).requests() > 0).toList();
  }

  /** The scope within one phase, or within all that are measured. */
  static Scope in(Scope scope, @Nullable String phase) {
    return new Scope(scope.journey(), scope.request(), phase);
  }

  /** For example {@code Browse timeline / Open timeline}. */
  static String name(Scope scope) {
    String journey = scope.journey() == null ? "" : scope.journey();
    String request = scope.request();
    if (request == null) {
      return scope.journey() == null
          ? "All requests"
          : journey.isEmpty() ? "(no journey)" : journey;
    }
    return journey.isEmpty() ? request : journey + " / " + request;
  }
}
