package io.tideline.reports.band;

/**
 * How much a metric differs between runs of unchanged code.
 *
 * @param deviation standard deviation of its logarithm; 0.03 is about 3 %
 * @param calibrated whether it was measured in this environment, or is a guess
 */
public record Noise(double deviation, boolean calibrated) {
  /** What is assumed of an environment that nobody has measured: 10 %. */
  public static final Noise UNKNOWN = new Noise(0.10, false);

  /**
   * The same of ratios of runs made in turns on one host: 3 %. What a machine's neighbours do to
   * one run they mostly do to the next as well.
   */
  public static final Noise UNKNOWN_OF_PAIRS = new Noise(0.03, false);

  /** Checked for what cannot be. */
  public Noise {
    if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a noise of " + deviation + " must be above 0");
    }
  }
}
