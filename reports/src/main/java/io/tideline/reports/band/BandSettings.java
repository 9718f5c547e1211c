package io.tideline.reports.band;

import org.jspecify.annotations.Nullable;

/**
 * How runs are compared. {@link #STANDARD} is what docs/regression.md gives the error rates of.
 *
 * @param priorFreedom {@code d0}: as how many degrees of freedom the environment's noise counts
 * @param chances how often chance alone may pass the limits
 * @param runs how many runs are used
 * @param least differences that are too small to matter
 * @param detect rise that the check of a key figure must be able to find to say PASS, 0.1 for 10 %;
 *     null when none is asked for
 * @param requestsGated whether a single request that is confirmed to be slower makes the run FAIL;
 *     else it is a warning
 * @param calibration the environment's noise
 */
public record BandSettings(
    double priorFreedom,
    Chances chances,
    Runs runs,
    Least least,
    @Nullable Double detect,
    boolean requestsGated,
    Calibration calibration) {

  /** What holds unless a plan says otherwise. */
  public static final BandSettings STANDARD =
      new BandSettings(
          4,
          new Chances(0.05, 0.004, 0.8),
          new Runs(3, 20, 4),
          new Least(Math.log(1.03), Math.log(1.05)),
          null,
          true,
          Calibration.NONE);

  /** Checked for what cannot be. */
  public BandSettings {
    if (!(priorFreedom > 0)) {
      throw new IllegalArgumentException("prior freedom of " + priorFreedom + " must be above 0");
    }
    if (detect != null && !(detect > 0)) {
      throw new IllegalArgumentException("a rise to detect of " + detect + " must be above 0");
    }
  }

  /** These settings, with the least rise that a PASS must be able to rule out; 0.1 for 10 %. */
  public BandSettings detecting(double rise) {
    return new BandSettings(priorFreedom, chances, runs, least, rise, requestsGated, calibration);
  }

  /** These settings with no rise asked for. */
  BandSettings detectingAny() {
    return new BandSettings(priorFreedom, chances, runs, least, null, requestsGated, calibration);
  }

  /** These settings in an environment whose noise was measured. */
  public BandSettings calibrated(Calibration measured) {
    return new BandSettings(priorFreedom, chances, runs, least, detect, requestsGated, measured);
  }

  /** These settings with as many fresh runs to confirm what was flagged. */
  public BandSettings confirmedBy(int freshRuns) {
    Runs other = new Runs(runs.fewest(), runs.most(), freshRuns);
    return new BandSettings(
        priorFreedom, chances, other, least, detect, requestsGated, calibration);
  }

  /** These settings with requests reported as warnings and never failing the run. */
  public BandSettings withRequestsOnlyReported() {
    return new BandSettings(priorFreedom, chances, runs, least, detect, false, calibration);
  }

  /**
   * Probabilities.
   *
   * <p>Of the second, docs/regression.md tells why it is so small: runs that follow each other
   * resemble each other, so that fresh runs after a high one are high more often than others.
   *
   * @param screen that chance alone puts a run of unchanged code above the screen's limit
   * @param confirm the same for the fresh runs that confirm, beside 8 earlier runs or more
   * @param power with which the minimum detectable effect is found
   */
  public record Chances(double screen, double confirm, double power) {
    private static final double MANY_RUNS = 8;
    private static final double MOST_OF_CONFIRM = 2.5;

    /** Checked for what cannot be. */
    public Chances {
      boolean chances = screen > 0 && screen < 0.5 && confirm > 0 && confirm < 0.5;
      if (!chances || !(power > 0.5 && power < 1)) {
        throw new IllegalArgumentException(
            "chances of "
                + screen
                + " and "
                + confirm
                + " must be within 0 and 0.5, and a power of "
                + power
                + " within 0.5 and 1");
      }
    }

    /**
     * The chance left to fresh runs beside a mean of which {@code meanShare} is {@code 1/n}: {@code
     * confirm * 8/n}, and {@code confirm} from eight runs on. The fewer earlier runs there are, the
     * nearer they lie in time, and the more of what drifts drops out of the difference; but with
     * fewer than four there is too little of them to say so.
     */
    double confirmBeside(double meanShare) {
      double factor = Math.min(MOST_OF_CONFIRM, Math.max(1, MANY_RUNS * meanShare));
      return Math.min(screen, confirm * factor);
    }
  }

  /**
   * Numbers of runs.
   *
   * @param fewest earlier runs to compare with
   * @param most earlier runs that are used; the latest
   * @param confirming fresh runs that confirm
   */
  public record Runs(int fewest, int most, int confirming) {
    /** Fewest fresh runs that can confirm anything. */
    public static final int FEWEST_CONFIRMING = 2;

    /** Checked for what cannot be. */
    public Runs {
      if (fewest < 2 || most < fewest || confirming < FEWEST_CONFIRMING) {
        throw new IllegalArgumentException(
            fewest + " to " + most + " earlier runs and " + confirming + " confirming ones");
      }
    }
  }

  /**
   * Differences of logarithms below which nothing is said, however sure it is.
   *
   * @param usual of most metrics
   * @param tail of percentiles from the 99th on, which vary more within a run
   */
  public record Least(double usual, double tail) {}
}
