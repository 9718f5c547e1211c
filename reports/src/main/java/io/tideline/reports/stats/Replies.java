package io.tideline.reports.stats;

import java.util.List;

/**
 * What the journeys' own replies told of caches, in equal intervals, and which accounts the
 * sessions used.
 *
 * @param intervalSeconds length of an interval: that of the time line
 * @param hits replies that said that they came from a cache, in each interval
 * @param misses replies that said that they came from behind one
 * @param notModified replies with status 304
 * @param silent replies that did not say
 * @param sessions how the sessions kept apart
 */
public record Replies(
    int intervalSeconds,
    List<Long> hits,
    List<Long> misses,
    List<Long> notModified,
    List<Long> silent,
    Sessions sessions) {

  public Replies {
    hits = List.copyOf(hits);
    misses = List.copyOf(misses);
    notModified = List.copyOf(notModified);
    silent = List.copyOf(silent);
  }

  /**
   * How a run's sessions kept apart.
   *
   * @param begun how many there were
   * @param accounts about how many different accounts they used, within 2 %
   * @param shared how many began while another used the same account
   * @param reads requests with GET
   * @param addresses about how many different addresses these asked for, within 2 %
   */
  public record Sessions(long begun, long accounts, long shared, long reads, long addresses) {}
}
