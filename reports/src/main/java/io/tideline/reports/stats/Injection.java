package io.tideline.reports.stats;

import java.util.List;

/**
 * How faithfully the generator offered the load.
 *
 * @param offered arrivals that the plan has
 * @param started arrivals that started
 * @param measuredLagMicros lag of the arrivals in all phases but the warm-up, in microseconds
 * @param lagMicros lag of all arrivals
 * @param phases the same for each phase, in order
 */
public record Injection(
    long offered,
    long started,
    Latencies measuredLagMicros,
    Latencies lagMicros,
    List<Phase> phases) {

  public Injection {
    phases = List.copyOf(phases);
  }

  /**
   * The arrivals due in one phase.
   *
   * @param lagMicros time from an arrival's due time to its start, in microseconds; 0 if it was
   *     early
   */
  public record Phase(
      String phase, boolean warmUp, long offered, long started, Latencies lagMicros) {}
}
