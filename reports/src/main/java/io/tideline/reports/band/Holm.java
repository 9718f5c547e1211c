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

  /** For each chance whether its hypothesis falls. */
  static boolean[] fall(List<Double> chances, double bound) {
    int count = chances.size();
    boolean[] fall = new boolean[count];
    int[] order = Ranks.ascending(chances);
    for (int i = 0; i < count && chances.get(order[i]) <= bound / (count - i); i++) {
      fall[order[i]] = true;
    }
    return fall;
  }
}
