package io.tideline.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the steps that look for the limit came to so far; holds are not among them. */
final class Findings {
  private final SearchSettings settings;
  private final List<Trial> trials = new ArrayList<>();

  Findings(SearchSettings settings) {
    this.settings = settings;
  }

  void add(Trial trial) {
    trials.add(trial);
  }

  LoadRange loads() {
    return settings.loads();
  }

  Staircase staircase() {
    return settings.staircase();
  }

  /** Whether good turned into bad somewhere, so that there is something to fit. */
  boolean breaks() {
    return trials.stream().anyMatch(Trial::good) && !trials.stream().allMatch(Trial::good);
  }

  /** The load that 84 % of steps hold, within what may be offered. */
  double load() {
    return within(Math.exp(new ProbitFit(trials).logLoad()));
  }

  double within(double load) {
    return Math.min(loads().cap(), Math.max(loads().floor(), load));
  }

  Optional<Estimate> estimate() {
    return breaks() ? Optional.of(new ProbitFit(trials).estimate()) : Optional.empty();
  }
}
