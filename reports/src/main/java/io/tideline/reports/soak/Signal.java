package io.tideline.reports.soak;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.resource.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a run that must be the same at its end as at its start.
 *
 * @param sort what it tells of
 * @param source of the resource; empty for what users meet
 * @param name of the resource, {@code p50}, {@code p99} or {@code throughput}
 * @param scope the requests that it is of; everything for a resource
 * @param unit of a resource; null for logarithms
 */
public record Signal(Sort sort, String source, String name, Scope scope, @Nullable Unit unit) {
  /** Whether it stands by its own, so that a run without it proves nothing. */
  public boolean isKey() {
    return scope.journey() == null;
  }
}
