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

  /** Checked for what cannot be. */
  public Noise {
    if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a noise of " + deviation + " must be above 0");
    }
  }
}
