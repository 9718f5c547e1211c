package io.tideline.reports.ticket;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.ScopeName;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo.LoadInfo;
import io.tideline.reports.stats.Sample;

/**
 * A check that did not pass, with the run it was put to.
 *
 * @param run the run
 * @param key by which the check is known from run to run
 * @param check the check
 */
record FailedCheck(Run run, String key, Check check) {

  Scope scope() {
    return check.scope();
  }

  String scopeName() {
    return ScopeName.of(check.scope());
  }

  /** The requests that the check is about. */
  Sample sample() {
    return run.pool(check.scope());
  }

  /** Scenario and environment in words. */
  String where() {
    LoadInfo load = run.info().load();
    return load == null ? "a run without a plan" : load.scenario() + " on " + load.env();
  }

  /** How many times its limit the figure is; 1 when there are no figures to tell. */
  double miss() {
    Double value = check.value();
    Double limit = check.limit();
    return value == null || limit == null || limit <= 0 ? 1 : value / limit;
  }
}
