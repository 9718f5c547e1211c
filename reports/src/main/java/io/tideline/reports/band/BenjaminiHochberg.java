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

  /** For each chance whether its hypothesis falls. */
  static boolean[] fall(List<Double> chances, double bound) {
    int count = chances.size();
    int[] order = Ranks.ascending(chances);
    int last = count;
    while (last > 0 && chances.get(order[last - 1]) > bound * last / count) {
      last--;
    }
    boolean[] fall = new boolean[count];
    for (int i = 0; i < last; i++) {
      fall[order[i]] = true;
    }
    return fall;
  }
}
