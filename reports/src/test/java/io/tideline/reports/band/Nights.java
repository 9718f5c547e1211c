package io.tideline.reports.band;

import io.tideline.reports.band.Trial.Outcome;
import io.tideline.reports.gate.Failure;
import io.tideline.reports.gate.LastingShift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A history that grows night by night, by one metric, as the nightly job has it.
 *
 * @param shape of the noise
 * @param deviation of it, which is known
 * @param shiftAt night from which on the target is slower; never, when there are fewer
 * @param shift by how much; 0.2 for 20 %
 * @param fresh confirmation runs of a suspected night; 0 for none
 * @param marking whether a suspected night that nothing confirmed enters the history marked; else
 *     it is kept out, as it was before there were marks
 * @param accepts whether a person accepts a lasting shift when it is told
 */
record Nights(
    Shape shape,
    double deviation,
    int shiftAt,
    double shift,
    int fresh,
    boolean marking,
    boolean accepts) {
  private static final int ANCHOR = 10;
  private static final int MOST = 20;
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  /**
   * What became of the nights.
   *
   * @param suspected nights that were suspected, of those before the shift and from it on
   * @param failed nights that failed, likewise
   * @param shifts nights on which a lasting shift was told for the first time
   * @param accepted runs in the history at the end
   * @param starved nights on end that nothing entered the history, at most
   */
  record Told(int[] suspected, int[] failed, List<Integer> shifts, int accepted, int starved) {}

  /** Runs through so many nights. */
  Told through(int nights, SplittableRandom random) {
    List<Double> noise = shape.values(nights * (1 + fresh), deviation, random);
    BandSettings settings =
        BandSettings.STANDARD.calibrated(new Calibration(Map.of(Environment.ID, deviation), 1_000));
    List<Double> accepted = new ArrayList<>();
    Set<Integer> marked = new HashSet<>();
    List<Failure> failures = new ArrayList<>();
    Told told = new Told(new int[2], new int[2], new ArrayList<>(), 0, 0);
    int starving = 0;
    int starved = 0;
    boolean lasting = false;
    for (int night = 0; night < nights; night++) {
      double factor = night >= shiftAt ? 1 + shift : 1;
      List<Double> runs =
          noise.subList(night * (1 + fresh), (night + 1) * (1 + fresh)).stream()
              .map(value -> value * factor)
              .toList();
      int era = night >= shiftAt ? 1 : 0;
      Outcome outcome = judge(runs, accepted, marked, settings);
      boolean entered = true;
      if (outcome != Outcome.CALM) {
        told.suspected()[era]++;
      }
      if (outcome == Outcome.CONFIRMED) {
        told.failed()[era]++;
        entered = false;
        double confirmed = Moments.of(Logs.of(runs.subList(1, runs.size()))).mean();
        double ratio = Math.exp(confirmed - Moments.of(Logs.of(accepted)).mean());
        Failure now =
            new Failure(
                "night-" + night,
                FIRST.plus(Duration.ofDays(night)),
                Map.of(Environment.ID, ratio),
                "");
        failures.add(now);
        boolean lasts = LastingShift.row(now, failures).size() >= LastingShift.FEWEST;
        if (lasts && !lasting) {
          told.shifts().add(night);
          if (accepts) {
            accepted.clear();
            marked.clear();
            int first = failures.size() - LastingShift.FEWEST;
            for (int i = 0; i < LastingShift.FEWEST; i++) {
              accepted.add(noise.get((night - 2 + i) * (1 + fresh)) * factor);
            }
            failures.subList(first, failures.size()).clear();
            lasts = false;
            entered = false;
            starving = -1;
          }
        }
        lasting = lasts;
      } else if (outcome == Outcome.UNCONFIRMED) {
        entered = marking;
        if (marking) {
          marked.add(accepted.size());
        }
      } else {
        failures.clear();
        lasting = false;
      }
      if (entered) {
        accepted.add(runs.get(0));
      }
      starving = entered ? 0 : starving + 1;
      starved = Math.max(starved, starving);
    }
    return new Told(told.suspected(), told.failed(), told.shifts(), accepted.size(), starved);
  }

  private Outcome judge(
      List<Double> runs, List<Double> accepted, Set<Integer> marked, BandSettings settings) {
    Set<Integer> inAnchor = new HashSet<>(marked);
    inAnchor.removeIf(position -> position >= ANCHOR);
    Question.OfValue question =
        new Question.OfValue(
            Environment.ID,
            Environment.LATENCY,
            runs.get(0),
            accepted,
            accepted.size() > MOST ? accepted.subList(0, ANCHOR) : List.of(),
            runs.subList(1, runs.size()),
            new Marks(marked, inAnchor));
    List<Outcome> outcomes =
        Screening.of(ValueCase.of(question, settings).trials(), settings.chances());
    return outcomes.stream().max(Outcome::compareTo).orElse(Outcome.CALM);
  }
}
