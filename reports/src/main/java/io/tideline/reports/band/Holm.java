package io.tideline.reports.band;

import java.util.List;

/**
 * Which of several hypotheses fall when the probability of even one false fall is bounded: the i-th
 * smallest of k chances must be at most {@code bound / (k - i + 1)}, and all smaller ones too. (S.
 * Holm, "A simple sequentially rejective multiple test procedure", 1979.) The chances may depend on
 * each other in any way.
 */
final class Holm {
  private Holm() {}

  /**
   * The level that separates what falls from what does not: that of the step at which the procedure
   * stopped, and {@code bound} when everything falls.
   */
  static double level(List<Double> chances, double bound) {
    int count = chances.size();
    int[] order = Ranks.ascending(chances);
    int fallen = 0;
    while (fallen < count && chances.get(order[fallen]) <= bound / (count - fallen)) {
      fallen++;
    }
    return bound / Math.max(1, count - fallen);
  }

  /** For each chance whether its hypothesis falls. */
  static boolean[] fall(List<Double> chances, double bound) {
    double level = level(chances, bound);
    boolean[] fall = new boolean[chances.size()];
    for (int i = 0; i < fall.length; i++) {
      fall[i] = chances.get(i) <= level;
    }
    return fall;
  }
}
