package io.tideline.reports.drift;

import io.tideline.reports.drift.Blocks.Point;
import io.tideline.reports.testkit.SampleSoak;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Levels of a resource that never was, a value a minute around 100; noise of 1 %, or -Dnoise. */
enum Series {
  WHITE("white noise", Truth.HEALTHY) {
    @Override
    double[] shape(int minutes, SplittableRandom random) {
      return noise(minutes, 0, random);
    }
  },
  AUTOCORRELATED("noise that lasts 15 minutes", Truth.HEALTHY) {
    @Override
    double[] shape(int minutes, SplittableRandom random) {
      return noise(minutes, 15, random);
    }
  },
  LASTING("noise that lasts an hour", Truth.HEALTHY) {
    @Override
    double[] shape(int minutes, SplittableRandom random) {
      return noise(minutes, 60, random);
    }
  },
  WANDERING("noise that lasts four hours", Truth.HEALTHY) {
    @Override
    double[] shape(int minutes, SplittableRandom random) {
      return noise(minutes, 240, random);
    }
  },
  STEPPING("one step of 5 % up or down", Truth.HEALTHY) {
    @Override
    double[] shape(int minutes, SplittableRandom random) {
      double[] values = noise(minutes, 15, random);
      double height = random.nextBoolean() ? 0.05 : -0.05;
      for (int i = random.nextInt(minutes); i < minutes; i++) {
        values[i] += height;
      }
      return values;
    }
  },
  WARM_UP("warm-up by 20 %, one hour", Truth.HEALTHY) {
    @Override
    double[] shape(int minutes, SplittableRandom random) {
      return warmUp(minutes, 60, random);
    }
  },
  SLOW_WARM_UP("warm-up by 20 %, a quarter of the run", Truth.CONVERGES) {
    @Override
    double[] shape(int minutes, SplittableRandom random) {
      return warmUp(minutes, minutes / 4.0, random);
    }
  },
  CYCLIC("cycle of 3 hours, 5 %, not known", Truth.HEALTHY) {
    @Override
    double[] shape(int minutes, SplittableRandom random) {
      return cycle(minutes, 180, 0.05, random);
    }
  },
  KNOWN_CYCLE("cycle of 30 minutes, 10 %, known", Truth.HEALTHY) {
    @Override
    double[] shape(int minutes, SplittableRandom random) {
      return cycle(minutes, 30, 0.1, random);
    }

    @Override
    double blockHours() {
      return 0.5;
    }
  },
  DAY("follows a day's load, by 20 %", Truth.HEALTHY) {
    @Override
    double[] shape(int minutes, SplittableRandom random) {
      return following(minutes, load -> 0.2 * load, random);
    }

    @Override
    boolean hasLoad() {
      return true;
    }
  },
  STEEP_DAY("follows the cube of a day's load, by 20 %", Truth.HEALTHY) {
    @Override
    double[] shape(int minutes, SplittableRandom random) {
      return following(minutes, load -> 0.2 * load * load * load, random);
    }

    @Override
    boolean hasLoad() {
      return true;
    }
  },
  UNKNOWN_DAY("the same, the load not known", Truth.HEALTHY) {
    @Override
    double[] shape(int minutes, SplittableRandom random) {
      return following(minutes, load -> 0.2 * load, random);
    }
  },
  INDIFFERENT("does not follow a day's load, noise that lasts 15 minutes", Truth.HEALTHY) {
    @Override
    double[] shape(int minutes, SplittableRandom random) {
      return noise(minutes, 15, random);
    }

    @Override
    boolean hasLoad() {
      return true;
    }
  };

  /** What a series is without growth. */
  enum Truth {
    HEALTHY,
    CONVERGES
  }

  private static final double LEVEL = 100;
  private static final double NOISE = Double.parseDouble(System.getProperty("noise", "0.01"));
  private static final int MINUTES = 60;

  private final String words;
  private final Truth truth;

  Series(String words, Truth truth) {
    this.words = words;
    this.truth = truth;
  }

  String words() {
    return words;
  }

  Truth truth() {
    return truth;
  }

  abstract double[] shape(int minutes, SplittableRandom random);

  double blockHours() {
    return 0.25;
  }

  /** Whether the load of each block is known; it is a day's, however long the run. */
  boolean hasLoad() {
    return false;
  }

  Question question(double hours, double growth, SplittableRandom random) {
    Blocks blocks = blocks(hours, growth, random);
    double[] loads =
        hasLoad()
            ? Arrays.stream(blocks.hours())
                .map(hour -> SampleSoak.load(24 * hour / hours))
                .toArray()
            : new double[0];
    return new Question(blocks, loads, Question.Scale.levels(Double.MIN_NORMAL), EarlierSoaks.NONE);
  }

  /** Its blocks, the first quarter skipped; it grows by a share of its level each hour. */
  Blocks blocks(double hours, double growth, SplittableRandom random) {
    int minutes = (int) Math.round(hours * MINUTES);
    double[] shape = shape(minutes, random);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < minutes; i++) {
      double at = (double) i / MINUTES;
      points.add(new Point(at, LEVEL * (1 + shape[i] + growth * at)));
    }
    points.add(new Point(hours, points.get(minutes - 1).value()));
    return Blocks.of(points, hours / 4, blockHours(), Blocks.Reduction.MINIMUM);
  }

  /** An autoregressive process of first order whose correlation falls to 1/e in so many minutes. */
  private static double[] noise(int minutes, double lasts, SplittableRandom random) {
    double kept = lasts > 0 ? Math.exp(-1 / lasts) : 0;
    double fresh = NOISE * Math.sqrt(1 - kept * kept);
    double[] values = new double[minutes];
    double value = NOISE * random.nextGaussian();
    for (int i = 0; i < minutes; i++) {
      values[i] = value;
      value = kept * value + fresh * random.nextGaussian();
    }
    return values;
  }

  private static double[] warmUp(int minutes, double tau, SplittableRandom random) {
    double[] values = noise(minutes, 15, random);
    for (int i = 0; i < minutes; i++) {
      values[i] += 0.2 * (1 - Math.exp(-i / tau));
    }
    return values;
  }

  private static double[] cycle(
      int minutes, double period, double height, SplittableRandom random) {
    double[] values = noise(minutes, 15, random);
    double phase = 2 * Math.PI * random.nextDouble();
    for (int i = 0; i < minutes; i++) {
      values[i] += height * Math.sin(2 * Math.PI * i / period + phase);
    }
    return values;
  }

  private static double[] following(
      int minutes, DoubleUnaryOperator effect, SplittableRandom random) {
    double[] values = noise(minutes, 15, random);
    for (int i = 0; i < minutes; i++) {
      values[i] += effect.applyAsDouble(SampleSoak.load(24.0 * i / minutes));
    }
    return values;
  }
}
