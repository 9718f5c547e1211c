package io.tideline.engine.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle one of repeated trials, figure by figure. */
record Medians(List<Outcome> outcomes) {
  double of(ToDoubleFunction<Outcome> figure) {
    double[] sorted = outcomes.stream().mapToDouble(figure).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
