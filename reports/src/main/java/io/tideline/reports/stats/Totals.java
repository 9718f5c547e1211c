package io.tideline.reports.stats;

import io.tideline.engine.plan.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The scopes that {@code run.json} shows pooled, beside the rows that they are made of. */
final class Totals {
  private Totals() {}

  /**
   * Everything; each phase; and over all phases but the warm-up each journey and each request. Only
   * journeys and requests that were seen outside the warm-up are among them.
   */
  static List<Scope> of(Run run) {
    Set<Scope> scopes = new LinkedHashSet<>();
    scopes.add(Scope.EVERYTHING);
    run.phases().forEach(phase -> scopes.add(new Scope(null, null, phase.name())));
    run.journeys().forEach(row -> scopes.add(new Scope(row.journey(), null, null)));
    run.requests().forEach(row -> scopes.add(new Scope(row.journey(), row.name(), null)));
    return scopes.stream()
        .filter(scope -> scope.phase() != null || run.pool(scope).requests() > 0)
        .toList();
  }
}
