package io.tideline.reports.gate;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Resilience;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the target coped with the faults of a run, by what its plan promises in {@code
 * resilience}. Whether the faults were there at all, and the target was well before them, are
 * questions of validity: without either the run proves nothing.
 */
final class ResilienceChecks {
  private ResilienceChecks() {}

  static List<Check> of(Run run) {
    Plan plan = run.plan();
    Resilience promised = plan == null ? null : plan.resilience();
    List<Check> checks = new ArrayList<>();
    if (promised == null) {
      return checks;
    }
    checks.addAll(FaultChecks.of(run, promised));
    checks.addAll(WindowChecks.of(run, promised));
    checks.addAll(RecoveryChecks.of(run, promised));
    checks.addAll(CallChecks.of(run, promised));
    checks.addAll(BreakerChecks.of(run, promised));
    checks.addAll(WriteChecks.of(run, promised));
    return checks;
  }
}
