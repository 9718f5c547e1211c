package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.RunEvent.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.Run;

/** The check that a run ended by an SLO has failed, with what the running generator saw. */
final class AbortCheck {
  private AbortCheck() {}

  static Check of(Run run) {
    String seen =
        run.events().stream()
            .filter(event -> event.kind() == Kind.ABORT)
            .map(RunEvent::reason)
            .findFirst()
            .orElse("an SLO was broken for as long as it may be");
    return new Check(
        "slo/abort",
        Check.Kind.SLO,
        Scope.EVERYTHING,
        "abort",
        null,
        null,
        "",
        run.pool(Scope.EVERYTHING).requests(),
        Status.FAIL,
        "Run aborted: " + seen);
  }
}
