package io.tideline.reports.band;

import java.util.Collections;
import java.util.List;

/**
 * The test without any assumption on the noise but that runs of unchanged code can be exchanged:
 * are all m fresh runs worse than all n earlier ones? By chance they are in one case of {@code C(n
 * + m, m)}.
 */
final class SlowerThanAll {
  private SlowerThanAll() {}

  /** Whether each of {@code fresh} is above each of {@code earlier}. */
  static boolean holds(List<Double> earlier, List<Double> fresh) {
    return !fresh.isEmpty()
        && !earlier.isEmpty()
        && Collections.min(fresh) > Collections.max(earlier);
  }

  /** In one case of how many it holds by chance. */
  static double oneIn(int earlier, int fresh) {
    double cases = 1;
    for (int i = 1; i <= fresh; i++) {
      cases *= (double) (earlier + i) / i;
    }
    return Math.rint(cases);
  }
}
