package io.tideline.engine.search;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/** How often searches err, in numbers of searches. */
record ErrorRates(List<SearchOutcome> outcomes) {
  private static final double TOLERANCE = 0.05;

  static ErrorRates of(int searches, double noise, int staircase) {
    return of(0, searches, noise, staircase, 0);
  }

  /** Searches from seed {@code first} on, of a target whose limit changes by a share an hour. */
  static ErrorRates of(long first, int searches, double noise, int staircase, double perHour) {
    return new ErrorRates(
        LongStream.range(first, first + searches)
            .mapToObj(seed -> SearchOutcome.of(seed, noise, staircase, perHour))
            .toList());
  }

  /** Searches whose claim is within 5 % of the truth. */
  long within(ToDoubleFunction<SearchOutcome> claimOverTruth) {
    return count(o -> Math.abs(claimOverTruth.applyAsDouble(o) - 1) <= TOLERANCE);
  }

  /** Searches whose claim is more than 5 % above the truth. */
  long over(ToDoubleFunction<SearchOutcome> claimOverTruth) {
    return count(o -> claimOverTruth.applyAsDouble(o) > 1 + TOLERANCE);
  }

  long count(Predicate<SearchOutcome> which) {
    return outcomes.stream().filter(which).count();
  }
}
