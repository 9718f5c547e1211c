package io.tideline.reports.band;

import java.util.Collections;
import java.util.List;

/**
 * The test without any assumption on the noise but that runs of unchanged code can be exchanged:
 * are all m fresh runs worse than all n earlier ones?
 *
 * <p>Of runs that nobody picked they are in one case of {@code C(n + m, m)}. But fresh runs are
 * made only when a run was suspected, which happens most often when the earlier ones are low; and
 * then fresh ones are above them more often. So the count is of the orders in which the suspected
 * run is above the earlier ones too: {@code C(n + m + 1, m + 1) / (n + 1)}.
 */
final class SlowerThanAll {
  private SlowerThanAll() {}

  /** Whether each of {@code fresh} is above each of {@code earlier}. */
  static boolean holds(List<Double> earlier, List<Double> fresh) {
    return !fresh.isEmpty()
        && !earlier.isEmpty()
        && Collections.min(fresh) > Collections.max(earlier);
  }

  /** Of so many orders with the suspected run above the earlier ones it holds in one. */
  static double oneOf(int earlier, int fresh) {
    double cases = 1;
    for (int i = 1; i <= fresh + 1; i++) {
      cases *= (double) (earlier + i) / i;
    }
    return Math.rint(cases / (earlier + 1));
  }
}
