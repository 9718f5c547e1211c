package io.tideline.reports.band;

import io.tideline.reports.band.Trial.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A run with key figures and many requests, judged as a whole. Part of the noise of each is common
 * to all: what slows a machine slows everything.
 *
 * @param shape of the noise
 * @param deviation of it
 * @param common share of its variance that all figures have in common
 * @param keys key figures
 * @param requests figures that are screened together
 */
record WholeRun(Shape shape, double deviation, double common, int keys, int requests) {
  private static final int EARLIER = 8;
  private static final int FRESH = 4;

  /** Positions of the figures that fail when the last one is slower by {@code rise}. */
  List<Integer> failing(double rise, SplittableRandom random) {
    int runs = EARLIER + 1 + FRESH;
    List<Double> machine = shape.values(runs, deviation * Math.sqrt(common), random);
    List<Trial> trials = new ArrayList<>();
    Map<String, Double> noise = new TreeMap<>();
    for (int figure = 0; figure < keys + requests; figure++) {
      noise.put("f" + figure, deviation);
    }
    BandSettings settings = BandSettings.STANDARD.calibrated(new Calibration(noise, 1_000));
    for (int figure = 0; figure < keys + requests; figure++) {
      double slower = figure == keys + requests - 1 ? rise : 0;
      List<Double> own = shape.values(runs, deviation * Math.sqrt(1 - common), random);
      trials.addAll(ValueCase.of(question(figure, slower, machine, own), settings).trials());
    }
    List<Outcome> outcomes = Screening.of(trials, settings.chances());
    return IntStream.range(0, outcomes.size())
        .filter(i -> outcomes.get(i) == Outcome.CONFIRMED)
        .boxed()
        .toList();
  }

  private Question.OfValue question(
      int figure, double rise, List<Double> machine, List<Double> own) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      double slower = i >= EARLIER ? 1 + rise : 1;
      values.add(slower * machine.get(i) * own.get(i) / 100);
    }
    return new Question.OfValue(
        "f" + figure,
        new Measure(Direction.RISING, false, figure >= keys),
        values.get(EARLIER),
        values.subList(0, EARLIER),
        List.of(),
        values.subList(EARLIER + 1, values.size()));
  }

  /** In how many of {@code runs} anything fails. */
  long failed(double rise, int runs) {
    return IntStream.range(0, runs).filter(seed -> !failing(rise, random(seed)).isEmpty()).count();
  }

  /** In how many of {@code runs} the slower figure is named. */
  long named(double rise, int runs) {
    Integer slower = keys + requests - 1;
    return IntStream.range(0, runs)
        .filter(seed -> failing(rise, random(seed)).contains(slower))
        .count();
  }

  private static SplittableRandom random(int seed) {
    return new SplittableRandom(104_729L * seed + 3);
  }
}
