package io.tideline.reports.band;

import io.tideline.reports.band.Trial.Outcome;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Runs whose requests fail with a probability that differs from run to run.
 *
 * @param share that fails
 * @param burst log-normal deviation of it between runs; 0 when every request fails alike
 * @param earlier accepted runs
 */
record ErrorBursts(double share, double burst, int earlier) {
  private static final int REQUESTS = 5_000;
  private static final int FRESH = 4;

  /** What becomes of a run in which {@code factor} times as many requests fail. */
  Outcome judge(double factor, SplittableRandom random) {
    List<Errors> before = runs(earlier, 1, random);
    List<Errors> after = runs(1 + FRESH, factor, random);
    Question.OfErrors question =
        new Question.OfErrors(
            "errors", after.get(0), before, List.of(), after.subList(1, after.size()));
    ErrorCase asked = new ErrorCase(question, BandSettings.STANDARD);
    return Screening.of(asked.trials(), BandSettings.STANDARD.chances()).get(0);
  }

  private List<Errors> runs(int count, double factor, SplittableRandom random) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              double noise = Math.exp(burst * random.nextGaussian() - burst * burst / 2);
              double probability = Math.min(1, share * factor * noise);
              long failed =
                  IntStream.range(0, REQUESTS)
                      .filter(request -> random.nextDouble() < probability)
                      .count();
              return new Errors(failed, REQUESTS);
            })
        .toList();
  }

  /** How many of {@code runs} fail. */
  long failed(double factor, int runs) {
    return LongStream.range(0, runs)
        .filter(
            seed ->
                judge(factor, new SplittableRandom(15_485_863 * seed + earlier))
                    == Outcome.CONFIRMED)
        .count();
  }
}
