package io.tideline.reports.band;

import io.tideline.reports.band.Trial.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Releases that each make a metric a little slower. Each is run on some nights; every run that does
 * not fail is accepted.
 *
 * @param step rise of each release; 0 for unchanged code
 * @param releases how many
 * @param deviation normal noise
 * @param anchored whether the first runs stay as an anchor
 */
record Creep(double step, int releases, double deviation, boolean anchored) {
  private static final int NIGHTS = 5;
  private static final int STABLE = 20;
  private static final int ANCHOR = 10;

  /** Whether any run fails. */
  boolean isFound(SplittableRandom random) {
    List<Double> accepted = new ArrayList<>(Shape.NORMAL.values(STABLE, deviation, random));
    List<Double> anchor = anchored ? List.copyOf(accepted.subList(0, ANCHOR)) : List.of();
    for (int run = 0; run < releases * NIGHTS; run++) {
      double slower = Math.pow(1 + step, 1 + run / NIGHTS);
      List<Double> runs =
          Shape.NORMAL.values(4, deviation, random).stream().map(v -> v * slower).toList();
      if (fails(runs, accepted, anchor)) {
        return true;
      }
      accepted.add(runs.get(0));
    }
    return false;
  }

  private boolean fails(List<Double> runs, List<Double> accepted, List<Double> anchor) {
    BandSettings settings =
        BandSettings.STANDARD.calibrated(new Calibration(Map.of(Environment.ID, deviation), 1_000));
    Question.OfValue question =
        new Question.OfValue(
            Environment.ID,
            Environment.LATENCY,
            runs.get(0),
            accepted,
            anchor,
            runs.subList(1, runs.size()));
    return Screening.of(ValueCase.of(question, settings).trials(), settings.chances())
        .contains(Outcome.CONFIRMED);
  }

  /** In how many of {@code sequences} a run fails. */
  long found(int sequences) {
    long found = 0;
    for (int seed = 0; seed < sequences; seed++) {
      found += isFound(new SplittableRandom(7_919L * seed + 11)) ? 1 : 0;
    }
    return found;
  }
}
