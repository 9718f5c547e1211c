package io.tideline.reports.ticket;

import io.tideline.reports.ticket.Failures.Kind;
import java.util.EnumMap;
import java.util.Map;

/**
 * The sort of which most failures are.
 *
 * @param sort that sort; the first in its order where two are even
 * @param count how many are of it
 * @param all how many failures there are
 */
record SortedFailures(FailureSort sort, long count, long all) {

  static SortedFailures of(Failures failures) {
    Map<FailureSort, Long> counts = new EnumMap<>(FailureSort.class);
    for (Kind kind : failures.kinds()) {
      counts.merge(FailureSort.of(kind.message()), kind.count(), Long::sum);
    }
    FailureSort most = FailureSort.OTHER;
    long count = 0;
    for (Map.Entry<FailureSort, Long> entry : counts.entrySet()) {
      if (entry.getValue() > count) {
        most = entry.getKey();
        count = entry.getValue();
      }
    }
    return new SortedFailures(most, count, failures.count());
  }

  double share() {
    return all == 0 ? 0 : (double) count / all;
  }
}
