package io.tideline.engine.profile;

import java.util.random.RandomGenerator;

/**
 * Draws from the gamma distribution with scale 1, by rejection from a cubed normal (Marsaglia and
 * Tsang, "A simple method for generating gamma variables", ACM TOMS 26, 2000); exact.
 */
final class GammaDraw {
  private GammaDraw() {}

  /**
   * @param shape at least 1
   */
  static double draw(double shape, RandomGenerator random) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      if (v > 0) {
        double cube = v * v * v;
        double u = 1 - random.nextDouble();
        if (Math.log(u) < 0.5 * x * x + d - d * cube + d * Math.log(cube)) {
          return d * cube;
        }
      }
    }
  }
}
