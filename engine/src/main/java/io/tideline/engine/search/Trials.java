package io.tideline.engine.search;

import java.util.List;

/** The steps of a search, at least one good and one bad, and where their limit can be. */
record Trials(List<Trial> all) {
  private static final double MARGIN = 0.3;

  Trials {
    all = List.copyOf(all);
  }

  /**
   * The load at z spreads below the limit for which the profile is highest: the limit lies about
   * where the lowest bad and the highest good step do, for s = 0 between them.
   */
  Peak highest(Likelihood likelihood, double z) {
    double bad =
        all.stream().filter(t -> !t.good()).mapToDouble(Trial::logLoad).min().orElseThrow();
    double good = all.stream().filter(Trial::good).mapToDouble(Trial::logLoad).max().orElseThrow();
    double low = Math.min(bad, good) - MARGIN;
    double high = Math.max(bad, good) + MARGIN;
    return Peak.of(logLoad -> likelihood.profile(logLoad, z).value(), low, high);
  }
}
