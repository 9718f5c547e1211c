package io.tideline.reports.band;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How runs of unchanged code differ from each other, each with a mean of 0 and a standard deviation
 * of 1.
 */
enum Shape {
  NORMAL("normal") {
    @Override
    double draw(SplittableRandom random, double before) {
      return random.nextGaussian();
    }
  },
  /** Student's t with four degrees of freedom. */
  HEAVY("heavy-tailed, t4") {
    @Override
    double draw(SplittableRandom random, double before) {
      double squares = 0;
      for (int i = 0; i < 4; i++) {
        double z = random.nextGaussian();
        squares += z * z;
      }
      return random.nextGaussian() / Math.sqrt(squares / 4) / Math.sqrt(2);
    }
  },
  SKEWED("skewed, exponential") {
    @Override
    double draw(SplittableRandom random, double before) {
      return -Math.log1p(-random.nextDouble()) - 1;
    }
  },
  /** One run in ten is five times as noisy. */
  WILD("contaminated, 1 in 10 five times as wide") {
    @Override
    double draw(SplittableRandom random, double before) {
      double width = random.nextInt(10) == 0 ? 5 : 1;
      return width * random.nextGaussian() / Math.sqrt(0.9 + 0.1 * 25);
    }
  },
  /** One run in ten is slow by three deviations, as beside a backup or a noisy neighbour. */
  SLOW("contaminated, 1 in 10 slow by 3 deviations") {
    @Override
    double draw(SplittableRandom random, double before) {
      double slow = random.nextInt(10) == 0 ? 3 : 0;
      return (random.nextGaussian() + slow - 0.3) / Math.sqrt(1 + 0.09 * 9);
    }
  },
  /** Each run inherits half of the one before. */
  INHERITED("autocorrelated, AR(0.5)") {
    @Override
    double draw(SplittableRandom random, double before) {
      return 0.5 * before + Math.sqrt(0.75) * random.nextGaussian();
    }
  };

  private final String title;

  Shape(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The next run's noise. */
  abstract double draw(SplittableRandom random, double before);

  /** Runs one after the other, as values around 100 of so much noise. */
  List<Double> values(int runs, double deviation, SplittableRandom random) {
    List<Double> values = new ArrayList<>();
    double z = random.nextGaussian();
    for (int i = 0; i < runs; i++) {
      z = draw(random, z);
      values.add(100 * Math.exp(deviation * z));
    }
    return values;
  }
}
