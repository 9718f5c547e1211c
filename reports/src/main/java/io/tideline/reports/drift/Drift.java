package io.tideline.reports.drift;

import org.jspecify.annotations.Nullable;

/**
 * What became of a series through a long run.
 *
 * @param answer in one word
 * @param p probability of so much rise without growth, or of so much more than earlier soaks had
 * @param slope per hour
 * @param low one-sided 99 % lower bound of the slope
 * @param high one-sided 99 % upper bound
 * @param floor level that the slope is compared with: the least block of a resource, 1 of a
 *     logarithm
 * @param now level at the end, by the line
 * @param blocks how many there were
 * @param hours that they cover
 * @param usual most growth per hour that earlier soaks let expect, as a share of the floor; null
 *     without enough of them
 * @param rise over the hours, in deviations of what the line leaves
 * @param doubt why the data cannot tell, and how long a run would; null unless the answer is {@link
 *     Answer#UNDECIDED}
 */
public record Drift(
    Answer answer,
    double p,
    double slope,
    double low,
    double high,
    double floor,
    double now,
    int blocks,
    double hours,
    @Nullable Double usual,
    double rise,
    @Nullable Doubt doubt) {

  /**
   * Why the data of a run cannot tell.
   *
   * @param why which other course accounts for them as well
   * @param hours length of a run that would tell
   */
  public record Doubt(Why why, double hours) {}

  /** What else may be the case. */
  public enum Why {
    /** Growth may have ended, or may go on. */
    MAY_HAVE_ENDED,
    /** It rose late in the run, or by steps. */
    ROSE_LATE,
    /** It grows between drops, such as restarts, of which there are too few. */
    DROPS,
    /** It may follow the load with a delay, or keep its highest. */
    MAY_FOLLOW_LOAD
  }

  /** What a series does. */
  public enum Answer {
    /** It grows, and nothing shows that it will end. */
    LEAK,
    /** It grows, ever more slowly: no leak yet; a longer run would tell. */
    CONVERGING,
    /** It seems to leak, but of so many series one would by chance. */
    SUSPECTED,
    /** It rose, and the data cannot tell whether that goes on: see {@link Drift#doubt}. */
    UNDECIDED,
    /** It does not grow by an amount that matters. */
    STABLE,
    /** There are too few blocks to tell. */
    TOO_SHORT,
    /** Load and time rose together, so that growth cannot be told from load. */
    ENTANGLED
  }

  /** Whether there was enough of the series to tell anything. */
  public boolean isJudged() {
    return answer != Answer.TOO_SHORT && answer != Answer.ENTANGLED;
  }

  Drift answering(Answer other) {
    return new Drift(other, p, slope, low, high, floor, now, blocks, hours, usual, rise, doubt);
  }

  /** Growth per hour as a share of the floor. */
  public double share() {
    return slope / floor;
  }

  /**
   * When there is nothing left.
   *
   * @param hours from the end of the run
   * @param soonest by the upper bound of the slope
   * @param latest by the lower bound; infinite when that does not rise
   */
  public record Exhaustion(double hours, double soonest, double latest) {}

  /** When the series comes to {@code limit}; null when it does not grow. */
  public @Nullable Exhaustion exhaustion(double limit) {
    if (!(slope > 0)) {
      return null;
    }
    double left = Math.max(0, limit - now);
    return new Exhaustion(
        left / slope, left / high, low > 0 ? left / low : Double.POSITIVE_INFINITY);
  }
}
