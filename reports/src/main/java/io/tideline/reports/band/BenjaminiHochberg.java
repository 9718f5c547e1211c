package io.tideline.reports.band;

import java.util.List;

/**
 * Which of many hypotheses fall when, of those that fall, the expected share of false ones is
 * bounded: with k chances, all up to the largest i-th smallest that is at most {@code bound * i /
 * k}. Where nothing is wrong at all, even one falls with a probability of at most {@code bound}.
 * (Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", 1995.)
 */
final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * The level that separates what falls from what does not: {@code bound * i / k} for the last i
   * that falls, and {@code bound / k}, which nothing is below, when nothing does.
   */
  static double level(List<Double> chances, double bound) {
    int count = chances.size();
    int[] order = Ranks.ascending(chances);
    int last = count;
    while (last > 0 && chances.get(order[last - 1]) > bound * last / count) {
      last--;
    }
    return count == 0 ? bound : bound * Math.max(1, last) / count;
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
