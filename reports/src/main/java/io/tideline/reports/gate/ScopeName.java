package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;

/** A scope as a reader would call it. */
public final class ScopeName {
  private ScopeName() {}

  /** For example {@code Browse timeline / Open timeline in burst}. */
  public static String of(Scope scope) {
    return requests(scope) + (scope.phase() == null ? "" : " in " + scope.phase());
  }

  private static String requests(Scope scope) {
    String journey = scope.journey();
    String request = scope.request();
    if (journey != null && journey.isEmpty()) {
      return request == null ? "Requests of no journey" : request;
    }
    if (journey != null) {
      return request == null ? journey : journey + " / " + request;
    }
    return request == null ? "All requests" : request + " of all journeys";
  }
}
