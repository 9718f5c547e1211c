package io.tideline.reports.drift;

import io.tideline.reports.drift.Drift.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How often a whole run errs, of which 20 series are judged at once: {@code java -cp
 * reports/target/classes:reports/target/test-classes io.tideline.reports.drift.FamilyTable [runs]}.
 */
public final class FamilyTable {
  private static final int RUNS = 1_000;
  private static final int LOOKED_AT = 200;
  private static final int SERIES = 20;
  private static final long SEED = 20260102;
  private static final double[] HOURS = {8, 24};
  private static final double[] GROWTH = {0.005, 0.01, 0.02, 0.04};
  private static final double LOOK_EVERY = 0.5;
  private static final Series[] HEALTHY = {
    Series.WHITE, Series.AUTOCORRELATED, Series.LASTING, Series.WANDERING
  };

  private FamilyTable() {}

  /** Prints them. */
  public static void main(String[] args) {
    int runs = args.length == 0 ? RUNS : Integer.parseInt(args[0]);
    System.out.println(
        "| 20 series, each of | hours | any called a leak, each by itself | together |");
    System.out.println("|---|---|---|---|");
    for (Series series : HEALTHY) {
      for (double hours : HOURS) {
        falseAlarms(series, hours, runs);
      }
    }
    System.out.println();
    System.out.println("| one of 20 grows | hours | 0.5 %/h | 1 %/h | 2 %/h | 4 %/h |");
    System.out.println("|---|---|---|---|---|---|");
    for (Series series : new Series[] {Series.WHITE, Series.AUTOCORRELATED, Series.LASTING}) {
      for (double hours : HOURS) {
        power(series, hours, runs);
      }
    }
    System.out.println();
    System.out.println("| 20 series, each of | hours | stopped by a look | by two on end |");
    System.out.println("|---|---|---|---|");
    for (Series series : HEALTHY) {
      for (double hours : HOURS) {
        stops(series, hours, Math.min(runs, LOOKED_AT));
      }
    }
  }

  private static void falseAlarms(Series series, double hours, int runs) {
    SplittableRandom random = new SplittableRandom(SEED);
    DriftRule rule = new DriftRule(DriftRule.AT_THE_END);
    int alone = 0;
    int together = 0;
    for (int run = 0; run < runs; run++) {
      List<Question> questions = new ArrayList<>();
      for (int i = 0; i < SERIES; i++) {
        questions.add(series.question(hours, 0, random.split()));
      }
      alone += questions.stream().anyMatch(q -> rule.of(q).answer() == Answer.LEAK) ? 1 : 0;
      together += anyLeak(Family.judge(questions, rule)) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.1f | %.1f |%n",
        series.words(),
        hours,
        100.0 * alone / runs,
        100.0 * together / runs);
  }

  private static boolean anyLeak(List<Drift> drifts) {
    return drifts.stream().anyMatch(drift -> drift.answer() == Answer.LEAK);
  }

  /** The other 19 are healthy; what is found in brackets is suspected or converging, no pass. */
  private static void power(Series series, double hours, int runs) {
    StringBuilder line = new StringBuilder();
    for (double growth : GROWTH) {
      SplittableRandom random = new SplittableRandom(SEED);
      DriftRule rule = new DriftRule(DriftRule.AT_THE_END);
      int found = 0;
      int doubtful = 0;
      for (int run = 0; run < runs; run++) {
        List<Question> questions = new ArrayList<>();
        questions.add(series.question(hours, growth, random.split()));
        for (int i = 1; i < SERIES; i++) {
          questions.add(Series.AUTOCORRELATED.question(hours, 0, random.split()));
        }
        Answer answer = Family.judge(questions, rule).get(0).answer();
        found += answer == Answer.LEAK ? 1 : 0;
        doubtful += answer == Answer.SUSPECTED || answer == Answer.CONVERGING ? 1 : 0;
      }
      line.append(
          String.format(
              Locale.ROOT, " %.1f (%.1f) |", 100.0 * found / runs, 100.0 * doubtful / runs));
    }
    System.out.printf(Locale.ROOT, "| %s | %.0f |%s%n", series.words(), hours, line);
  }

  private static void stops(Series series, double hours, int runs) {
    SplittableRandom random = new SplittableRandom(SEED);
    int once = 0;
    int twice = 0;
    for (int run = 0; run < runs; run++) {
      List<double[]> whole = new ArrayList<>();
      for (int i = 0; i < SERIES; i++) {
        whole.add(series.shape((int) (60 * hours), random.split()));
      }
      Looks looks = Looks.at(whole, hours);
      once += looks.once() ? 1 : 0;
      twice += looks.twice() ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.1f | %.1f |%n",
        series.words(),
        hours,
        100.0 * once / runs,
        100.0 * twice / runs);
  }

  /** Whether any look at a run that goes on found a leak, and whether two on end found the same. */
  private record Looks(boolean once, boolean twice) {
    static Looks at(List<double[]> shapes, double hours) {
      DriftRule rule = new DriftRule(DriftRule.UNDER_WAY);
      boolean once = false;
      boolean twice = false;
      boolean[] before = new boolean[shapes.size()];
      for (double now = LOOK_EVERY; now < hours; now += LOOK_EVERY) {
        double until = now;
        List<Drift> drifts =
            Family.judge(shapes.stream().map(shape -> upTo(shape, until)).toList(), rule);
        for (int i = 0; i < before.length; i++) {
          boolean leak =
              drifts.get(i).answer() == Answer.LEAK
                  && drifts.get(i).rise() > DriftRule.RISE_UNDER_WAY
                  && drifts.get(i).now() > 4 * drifts.get(i).floor();
          once |= leak;
          twice |= leak && before[i];
          before[i] = leak;
        }
      }
      return new Looks(once, twice);
    }

    private static Question upTo(double[] shape, double hours) {
      List<Blocks.Point> points = new ArrayList<>();
      for (int i = 0; i < 60 * hours; i++) {
        points.add(new Blocks.Point(i / 60.0, 100 * (1 + shape[i])));
      }
      points.add(new Blocks.Point(hours, points.get(points.size() - 1).value()));
      return new Question(
          Blocks.of(points, hours / 4, 0.25, Blocks.Reduction.MINIMUM),
          new double[0],
          Question.Scale.levels(Double.MIN_NORMAL),
          EarlierSoaks.NONE);
    }
  }
}
