package io.tideline.reports.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * Response times over a run as an open load has them: users come at random, each request waits for
 * what is left of a stall, and its own time is drawn around a level that may move.
 *
 * @param name in words
 * @param base draws a request's own time, in milliseconds
 * @param stalls when the target stands still
 * @param level by which factor its times are longer, each second
 */
record LatencyShapes(String name, Base base, Stalls stalls, Level level) {

  interface Base {
    double draw(SplittableRandom random);
  }

  /** Begin and end of each stall, in seconds, in order. */
  interface Stalls {
    List<double[]> draw(int seconds, SplittableRandom random);
  }

  interface Level {
    double[] draw(int seconds, SplittableRandom random);
  }

  /** What the shapes are drawn around. */
  enum Ranges {
    /** What the rule was made with. */
    TUNING(50, 0.4, 1, 1),
    /** What it was not made with. */
    TABLE(80, 0.5, 1.2, 0.85);

    final double millis;
    final double sigma;
    final double length;
    final double lasts;

    Ranges(double millis, double sigma, double length, double lasts) {
      this.millis = millis;
      this.sigma = sigma;
      this.length = length;
      this.lasts = lasts;
    }
  }

  static List<LatencyShapes> all(Ranges ranges) {
    Base own = random -> ranges.millis * Math.exp(ranges.sigma * random.nextGaussian());
    double length = ranges.length;
    double lasts = ranges.lasts;
    return List.of(
        steady("independent", own),
        steady(
            "independent, heavy tail",
            random -> 0.4 * ranges.millis * Math.pow(1 - random.nextDouble(), -1 / 1.5)),
        steady(
            "independent, one in twenty is slow",
            random -> own.draw(random) * (random.nextInt(20) == 0 ? 8 : 1)),
        stalling("stall every 5 s", own, schedule(5, 0.3 * length)),
        stalling("stall every 20 s, short", own, schedule(20, 0.7 * length)),
        stalling("stall every 20 s, long", own, schedule(20, 2 * length)),
        stalling("stall every 45 s", own, schedule(45, 2 * length)),
        stalling("3 stalls in 10 min", own, atRandom(3, 2 * length, 5 * length)),
        stalling("8 stalls in 10 min", own, atRandom(8, 0.5 * length, 2 * length)),
        stalling("15 stalls in 10 min", own, atRandom(15, 0.3 * length, length)),
        stalling("30 stalls in 10 min", own, atRandom(30, 0.3 * length, length)),
        stalling("120 stalls in 10 min", own, atRandom(120, 0.2 * length, 0.6 * length)),
        stalling("4 outages of half a minute in 10 min", own, atRandom(4, 20, 40)),
        moving("wanders over 5 s, 30 %", own, wandering(5 * lasts, 0.3)),
        moving("wanders over 20 s, 20 %", own, wandering(20 * lasts, 0.2)),
        moving("wanders over 60 s, 30 %", own, wandering(60 * lasts, 0.3)),
        moving("wanders over 60 s, 10 %", own, wandering(60 * lasts, 0.1)),
        moving("wanders over 150 s, 20 %", own, wandering(150 * lasts, 0.2)),
        moving("two levels, 60 s each", own, twoLevels(60 * lasts, 1.3)),
        moving("wave of 150 s", own, wave(150 * lasts, 0.2)),
        moving("trend of 30 % up or down", own, trend(0.3)));
  }

  private static LatencyShapes steady(String name, Base base) {
    return new LatencyShapes(name, base, (seconds, random) -> List.of(), flat());
  }

  private static LatencyShapes stalling(String name, Base base, Stalls stalls) {
    return new LatencyShapes(name, base, stalls, flat());
  }

  private static LatencyShapes moving(String name, Base base, Level level) {
    return new LatencyShapes(name, base, (seconds, random) -> List.of(), level);
  }

  private static Stalls schedule(double every, double length) {
    return (seconds, random) -> {
      List<double[]> stalls = new ArrayList<>();
      for (double at = -random.nextDouble(every); at < seconds; at += every) {
        stalls.add(new double[] {at, at + length});
      }
      return stalls;
    };
  }

  private static Stalls atRandom(double inTenMinutes, double shortest, double longest) {
    return (seconds, random) -> {
      List<double[]> stalls = new ArrayList<>();
      double gap = 600 / inTenMinutes;
      for (double at = -longest - gap * Math.log(1 - random.nextDouble());
          at < seconds;
          at -= gap * Math.log(1 - random.nextDouble())) {
        stalls.add(new double[] {at, at + random.nextDouble(shortest, longest)});
      }
      return stalls;
    };
  }

  private static Level flat() {
    return levels(at -> 0, 0);
  }

  private static Level wandering(double lasts, double by) {
    double kept = Math.exp(-1 / lasts);
    return (seconds, random) -> {
      double[] levels = new double[seconds];
      double now = random.nextGaussian();
      for (int i = 0; i < seconds; i++) {
        levels[i] = Math.exp(by * now);
        now = kept * now + Math.sqrt(1 - kept * kept) * random.nextGaussian();
      }
      return levels;
    };
  }

  private static Level twoLevels(double lasts, double factor) {
    return (seconds, random) -> {
      double[] levels = new double[seconds];
      boolean slow = random.nextBoolean();
      for (int i = 0; i < seconds; i++) {
        slow ^= random.nextDouble() < 1 / lasts;
        levels[i] = slow ? factor : 1;
      }
      return levels;
    };
  }

  private static Level wave(double period, double by) {
    return levels(at -> Math.sin(2 * Math.PI * at / period), period, by);
  }

  private static Level trend(double by) {
    return (seconds, random) -> {
      double slope = (random.nextBoolean() ? by : -by) / seconds;
      double[] levels = new double[seconds];
      for (int i = 0; i < seconds; i++) {
        levels[i] = Math.exp(slope * (i - seconds / 2.0));
      }
      return levels;
    };
  }

  private static Level levels(DoubleUnaryOperator logs, double by) {
    return levels(logs, 1, by);
  }

  private static Level levels(DoubleUnaryOperator logs, double period, double by) {
    return (seconds, random) -> {
      double from = random.nextDouble(period);
      double[] levels = new double[seconds];
      for (int i = 0; i < seconds; i++) {
        levels[i] = Math.exp(by * logs.applyAsDouble(from + i));
      }
      return levels;
    };
  }

  /** A run's times in the intervals that its time line would have. */
  List<PackedTimes> draw(int seconds, double perSecond, SplittableRandom random) {
    List<double[]> pauses = stalls.draw(seconds, random);
    double[] levels = level.draw(seconds, random);
    int length = Intervals.secondsFor(seconds * 1000L - 1, 1);
    List<PackedTimes> times = new ArrayList<>();
    TimeCounts counts = new TimeCounts();
    int first = 0;
    int open = 0;
    for (double at = gap(perSecond, random); at < seconds; at += gap(perSecond, random)) {
      for (; open < (int) at / length; open++) {
        times.add(counts.pack());
      }
      double left = 0;
      for (int i = first; i < pauses.size() && pauses.get(i)[0] <= at; i++) {
        left = Math.max(left, pauses.get(i)[1] - at);
        first = left == 0 ? i : first;
      }
      counts.record(Math.round(1000 * left + levels[(int) at] * base.draw(random)));
    }
    times.add(counts.pack());
    while (times.size() < seconds / length) {
      times.add(PackedTimes.NONE);
    }
    return times;
  }

  private static double gap(double perSecond, SplittableRandom random) {
    return -Math.log(1 - random.nextDouble()) / perSecond;
  }
}
