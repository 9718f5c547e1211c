package io.tideline.engine.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.tideline.engine.live.LiveRun;
import io.tideline.engine.live.SloState;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** How each SLO stands, and what burns its budget. */
final class SloMeters {
  private static final double MILLIS = 1_000;
  private static final double PERCENT = 100;

  private final LiveRun run;
  private final MeterRegistry registry;

  SloMeters(LiveRun run, MeterRegistry registry) {
    this.run = run;
    this.registry = registry;
  }

  void bind() {
    List<SloState> states = run.state().slos();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < states.size(); i++) {
      Slo slo = states.get(i).slo();
      if (names.add(name(slo))) {
        bind(i, slo, Tags.of("slo", name(slo), "metric", slo.metric().key()));
      }
    }
  }

  private void bind(int index, Slo slo, Tags tags) {
    gauge("tideline.slo.holds", "1 if it holds so far, 0 if not", index, tags, SloMeters::holds);
    gauge(
        "tideline.slo.value",
        "What it limits, so far: seconds, or a share of requests",
        index,
        tags,
        state -> inBaseUnit(slo, state.value()));
    gauge(
        "tideline.slo.limit",
        "Its limit: seconds, or a share of requests",
        index,
        tags,
        state -> inBaseUnit(slo, slo.limit()));
    if (!Double.isNaN(SloState.budget(slo))) {
      bindBudget(index, slo, tags);
    }
  }

  private void bindBudget(int index, Slo slo, Tags tags) {
    gauge(
        "tideline.slo.budget.ratio",
        "Share of its requests that may be bad",
        index,
        tags,
        state -> SloState.budget(slo));
    gauge(
        "tideline.slo.budget.burnt.ratio",
        "Share of the whole run's budget that is used up",
        index,
        tags,
        SloState::burnt);
    counter("tideline.slo.requests", "Requests that count", index, tags, SloState::total);
    counter("tideline.slo.bad.requests", "Those that use up budget", index, tags, SloState::bad);
  }

  private void gauge(
      String name, String what, int index, Tags tags, ToDoubleFunction<SloState> value) {
    Gauge.builder(name, run, r -> value.applyAsDouble(r.state().slos().get(index)))
        .description(what)
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  private void counter(
      String name, String what, int index, Tags tags, ToDoubleFunction<SloState> value) {
    FunctionCounter.builder(name, run, r -> value.applyAsDouble(r.state().slos().get(index)))
        .description(what)
        .tags(tags)
        .register(registry);
  }

  private static double holds(SloState state) {
    return switch (state.word()) {
      case "ok" -> 1;
      case "broken" -> 0;
      default -> Double.NaN;
    };
  }

  private static double inBaseUnit(Slo slo, double value) {
    return slo.metric() == Metric.ERRORS ? value : value / MILLIS;
  }

  /** Scope, metric and limit: two SLOs of a plan may differ in the limit alone. */
  static String name(Slo slo) {
    String limit =
        slo.metric() == Metric.ERRORS
            ? number(slo.limit() * PERCENT) + " %"
            : number(slo.limit()) + " ms";
    return slo.scope() + ": " + slo.metric().key() + " " + limit;
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.replaceAll("\\.?0+$", "");
  }
}
