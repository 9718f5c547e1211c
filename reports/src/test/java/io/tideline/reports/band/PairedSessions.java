package io.tideline.reports.band;

import io.tideline.reports.band.Trial.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * Sessions of A B B A on a shared machine: each has a level of its own and drifts while it goes on.
 *
 * @param betweenSessions log-normal deviation of the level
 * @param within deviation of each run
 * @param drift rise from each run to the next within a session
 */
record PairedSessions(double betweenSessions, double within, double drift) {
  private static final int FRESH = 2;

  private Abba session(double rise, SplittableRandom random) {
    double level = Math.exp(betweenSessions * random.nextGaussian());
    double[] runs = new double[4];
    for (int i = 0; i < runs.length; i++) {
      double slower = i == 1 || i == 2 ? 1 + rise : 1;
      runs[i] = 100 * level * slower * Math.exp(drift * i + within * random.nextGaussian());
    }
    return new Abba(runs[0], runs[1], runs[2], runs[3]);
  }

  Outcome judge(double rise, SplittableRandom random) {
    List<Abba> fresh = new ArrayList<>();
    for (int i = 0; i < FRESH; i++) {
      fresh.add(session(rise, random));
    }
    Question.OfPairs question =
        new Question.OfPairs(
            Environment.ID, Environment.LATENCY, session(rise, random), List.of(), fresh);
    BandSettings settings =
        BandSettings.STANDARD.calibrated(new Calibration(Map.of(Environment.ID, within), 8));
    return Screening.of(ValueCase.of(question, settings).trials(), settings.chances()).get(0);
  }

  /** How many of {@code sessions} fail. */
  long failed(double rise, int sessions) {
    return LongStream.range(0, sessions)
        .filter(seed -> judge(rise, new SplittableRandom(32_452_843 * seed)) == Outcome.CONFIRMED)
        .count();
  }
}
