package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import org.jspecify.annotations.Nullable;

/** An SLO with what was measured for it, on the way to a check. */
record SloAnswer(Slo slo, String unit, @Nullable Double value, long samples) {

  /** Said of a scope without any request. */
  static final String NOT_SEEN =
      "no request was seen; check the name, or run until users get there";

  Check check(Status status, String said) {
    Scope scope = slo.scope();
    return new Check(
        id(),
        Kind.SLO,
        scope,
        slo.metric().key(),
        value,
        slo.limit(),
        unit,
        samples,
        status,
        ScopeName.of(scope) + ": " + said);
  }

  private String id() {
    Scope scope = slo.scope();
    return "slo/"
        + any(scope.journey())
        + "/"
        + any(scope.request())
        + "/"
        + any(scope.phase())
        + "/"
        + slo.metric().key();
  }

  private static String any(@Nullable String name) {
    return name == null ? "*" : name;
  }
}
