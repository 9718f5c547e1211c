package io.tideline.engine.search;

import java.util.List;
import java.util.Optional;

/**
 * Whether users pile up: more arrive than get done.
 *
 * <pre>
 *   level  median of users in flight (at least 1), over the n intervals of the measured part
 *   rise   (n - 1) * Sen slope / level
 *   noise  sqrt(18 / users started)
 *   grows  rise > max(0.10, 3 * noise), and the slope of the second half is at least half of the
 *          whole's
 * </pre>
 *
 * <p>Users in flight are an M/G/infinity queue where the target keeps up. With arrivals at rate r
 * and stays S the covariances of the level over all lags add up to r E[S^2], so that a straight
 * line through W seconds rises, by chance, with a variance of 12 r E[S^2] / W; relative to the
 * level r E[S] that is 12 (1 + cv^2) / (r W), and (1 + cv^2) is taken as 1.5, a coefficient of
 * variation of 0.7 (Eick, Massey and Whitt, "The physics of the M_t/G/infinity queue", 1993, for
 * the covariance). With few users the bound is wide, and latencies and errors have to tell. The
 * second half is asked because a level that still settles rises early, one that grows goes on.
 */
final class Growth {
  private static final double LEAST_RISE = 0.10;
  private static final double DEVIATIONS = 3;
  private static final double RELATIVE_VARIANCE = 18;
  private static final double KEPT_UP = 0.5;
  private static final int LEAST_INTERVALS = 6;

  private Growth() {}

  /** The breach when users in flight grow; {@code started} is how many started meanwhile. */
  static Optional<Breach> of(List<Integer> inFlight, long started) {
    int n = inFlight.size();
    if (n < LEAST_INTERVALS || started <= 0) {
      return Optional.empty();
    }
    double level =
        Math.max(1, SenSlope.median(inFlight.stream().mapToDouble(Integer::doubleValue).toArray()));
    double slope = SenSlope.of(inFlight);
    double rise = (n - 1) * slope / level;
    double bound = Math.max(LEAST_RISE, DEVIATIONS * Math.sqrt(RELATIVE_VARIANCE / started));
    boolean goesOn = SenSlope.of(inFlight.subList(n / 2, n)) >= KEPT_UP * slope;
    return rise > bound && goesOn
        ? Optional.of(new Breach(Breach.USERS, "growth", rise, bound))
        : Optional.empty();
  }
}
