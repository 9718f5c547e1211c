package io.tideline.engine.live;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;

/** Counts what one SLO is about, from the run's beginning on. */
final class SloTally {
  private final Slo slo;
  private final Figures figures = new Figures();
  private long slow;

  SloTally(Slo slo) {
    this.slo = slo;
  }

  boolean isAbout(RequestName name) {
    Scope scope = slo.scope();
    return (scope.journey() == null || scope.journey().equals(name.journey()))
        && (scope.request() == null || scope.request().equals(name.request()));
  }

  boolean counts(String phase, boolean warmUp) {
    String own = slo.scope().phase();
    return own == null ? !warmUp : own.equals(phase);
  }

  void succeeded(int millis) {
    figures.succeeded(millis);
    if (millis > slo.limit()) {
      slow++;
    }
  }

  /** A success that was counted by {@code millis} took {@code lag} longer from its due time on. */
  void late(int millis, int lag) {
    figures.moved(millis, (long) millis + lag);
    if (millis <= slo.limit() && (double) millis + lag > slo.limit()) {
      slow++;
    }
  }

  void failed() {
    figures.failed();
  }

  /**
   * @param progress share of the scope's arrivals that have been due
   */
  SloState state(double progress) {
    Metric metric = slo.metric();
    long total = figures.countOf(metric);
    long bad = metric == Metric.ERRORS ? figures.ko() : slow;
    double allowed = SloState.budget(slo) * total / progress;
    double burnt = total == 0 || !(progress > 0) ? Double.NaN : bad == 0 ? 0 : bad / allowed;
    boolean budgeted = !Double.isNaN(SloState.budget(slo));
    return new SloState(slo, figures.value(metric), total, bad, budgeted ? burnt : Double.NaN);
  }

  Slo slo() {
    return slo;
  }
}
