package io.tideline.reports.ticket;

import io.tideline.reports.stats.Aftermath;
import io.tideline.reports.stats.Transitions;
import io.tideline.reports.stats.Transitions.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A circuit breaker did not open on a fault, probe, or close after it. */
record BreakerUnfit(FailedCheck failed) implements Finding {
  private static final int MOST = 12;

  @Override
  public String kind() {
    return "breaker";
  }

  @Override
  public String title() {
    return "The circuit breaker does not do its work ("
        + failed.check().metric()
        + ") in "
        + failed.where();
  }

  @Override
  public Severity severity() {
    return failed.check().value() == null ? Severity.HIGH : Severity.ofMiss(failed.miss());
  }

  @Override
  public Sureness sureness() {
    return Sureness.LIKELY;
  }

  @Override
  public List<String> evidence() {
    Aftermath aftermath = failed.run().aftermath();
    Transitions transitions = aftermath == null ? null : aftermath.transitions();
    List<String> facts = new ArrayList<>(FaultFacts.of(failed.run()));
    if (transitions != null) {
      transitions.list().stream().limit(MOST).map(BreakerUnfit::sentence).forEach(facts::add);
    }
    return facts;
  }

  @Override
  public List<String> suspicions() {
    return failed.check().value() == null
        ? List.of(
            "No such transition was seen from the fault's start until the next one: the breaker is"
                + " missing, or its settings are out of reach of this load")
        : List.of();
  }

  @Override
  public List<String> fixes() {
    return List.of(
        "See that the calls that failed go through the breaker",
        "Compare its window and threshold with the rate: 100 calls are long in coming at 2 a second",
        "Let it probe a few seconds after it opened, and close on few successes");
  }

  private static String sentence(Transition each) {
    return String.format(
        Locale.ROOT,
        "Second %.2f: breaker %s from %s to %s",
        each.atSeconds(),
        each.breaker(),
        each.from().key(),
        each.to().key());
  }
}
