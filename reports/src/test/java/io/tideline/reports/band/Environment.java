package io.tideline.reports.band;

import io.tideline.reports.band.Trial.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Runs of one metric in a made-up environment, judged as the gate does.
 *
 * @param shape of the noise
 * @param deviation of it
 * @param calibratedWith runs that the noise was measured with; 0 when it is known exactly, -1 when
 *     it is not calibrated
 * @param earlier accepted runs
 * @param standard settings but for the calibration
 */
record Environment(
    Shape shape, double deviation, int calibratedWith, int earlier, BandSettings standard) {
  static final Measure LATENCY = new Measure(Direction.RISING, false, false);
  static final String ID = "latency";

  /** With standard settings and so many fresh runs. */
  Environment(Shape shape, double deviation, int calibratedWith, int earlier, int fresh) {
    this(shape, deviation, calibratedWith, earlier, BandSettings.STANDARD.confirmedBy(fresh));
  }

  private int fresh() {
    return standard.runs().confirming();
  }

  /** What becomes of a run that is slower than the earlier ones by {@code rise}; 0.1 for 10 %. */
  Outcome judge(double rise, SplittableRandom random) {
    List<Double> runs = shape.values(earlier + 1 + fresh(), deviation, random);
    List<Double> slower = runs.stream().map(value -> value * (1 + rise)).toList();
    Question.OfValue question =
        new Question.OfValue(
            ID,
            LATENCY,
            slower.get(earlier),
            runs.subList(0, earlier),
            List.of(),
            slower.subList(earlier + 1, runs.size()));
    BandSettings settings = settings(random);
    return Screening.of(ValueCase.of(question, settings).trials(), settings.chances()).get(0);
  }

  BandSettings settings(SplittableRandom random) {
    if (calibratedWith < 0) {
      return standard;
    }
    return standard.calibrated(
        calibratedWith == 0
            ? new Calibration(Map.of(ID, deviation), 1_000)
            : Calibration.of(Map.of(ID, shape.values(calibratedWith, deviation, random))));
  }

  /** How many of {@code runs} come out how, each with a seed of its own. */
  Map<Outcome, Long> outcomes(double rise, int runs) {
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    for (int seed = 0; seed < runs; seed++) {
      SplittableRandom random = new SplittableRandom(1_000_003L * seed + hashOfNumbers());
      outcomes.merge(judge(rise, random), 1L, Long::sum);
    }
    return outcomes;
  }

  /** How many of {@code runs} fail. */
  long failed(double rise, int runs) {
    return outcomes(rise, runs).getOrDefault(Outcome.CONFIRMED, 0L);
  }

  /** The same in every JVM, which the hash of an enum is not. */
  private long hashOfNumbers() {
    return 31L * (31L * (31L * shape.ordinal() + earlier) + fresh()) + calibratedWith;
  }

  /** The rise that is found with {@code power}; the same seeds for each rise that is tried. */
  double foundWithPower(double power, int runs) {
    double low = 0;
    double high = 2;
    for (int i = 0; i < 12; i++) {
      double middle = (low + high) / 2;
      boolean found = failed(middle, runs) >= power * runs;
      low = found ? low : middle;
      high = found ? middle : high;
    }
    return high;
  }
}
