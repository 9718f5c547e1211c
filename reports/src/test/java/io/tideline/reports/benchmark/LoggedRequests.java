package io.tideline.reports.benchmark;

import java.util.SplittableRandom;

/** What the requests of a benchmark's log are called, and how long they take. */
enum LoggedRequests {
  /** Some 25 names; most recent times, 3 to about 500 ms, and some of two seconds. */
  USUAL {
    @Override
    String name(String journey, int step, long written) {
      return journey + ": request " + step;
    }

    @Override
    int millis(SplittableRandom random) {
      return 3 + (int) Math.min(2_000, Math.exp(random.nextGaussian() * 0.9 + 3));
    }
  },
  /** As many names as are kept apart, each with times from 1 ms to a minute. */
  WIDE {
    @Override
    String name(String journey, int step, long written) {
      return journey + ": request " + written % (NAMES / JOURNEYS);
    }

    @Override
    int millis(SplittableRandom random) {
      return (int) Math.round(Math.exp(random.nextDouble() * Math.log(LONGEST)));
    }
  };

  private static final int NAMES = 2_000;
  private static final int JOURNEYS = 5;
  private static final double LONGEST = 60_000;
  private static final int DRAWS = 1 << 16;

  /**
   * The name of a request.
   *
   * @param step of the journey
   * @param written how many requests are in the log before it
   */
  abstract String name(String journey, int step, long written);

  abstract int millis(SplittableRandom random);

  /** Times to draw from, which costs less than to make each. */
  int[] latencies() {
    SplittableRandom random = new SplittableRandom(7);
    int[] latencies = new int[DRAWS];
    for (int i = 0; i < latencies.length; i++) {
      latencies[i] = millis(random);
    }
    return latencies;
  }
}
