package io.tideline.engine.reply;

/**
 * What was counted from one line of the file to the next, and what is known since the run's begin.
 *
 * @param atSeconds since the run's first instant, at the end of the time
 * @param hits replies that say that they come from a cache
 * @param misses replies that say that they come from behind one
 * @param notModified replies with status 304
 * @param silent replies that do not say
 * @param sessions sessions that have begun so far
 * @param accounts about how many different accounts these used
 * @param shared of these sessions, how many began while another had the same account
 * @param reads requests with GET so far
 * @param addresses about how many different addresses these asked for
 */
public record ReplySample(
    double atSeconds,
    long hits,
    long misses,
    long notModified,
    long silent,
    long sessions,
    long accounts,
    long shared,
    long reads,
    long addresses) {

  /** Checked for what cannot be. */
  public ReplySample {
    if (!Double.isFinite(atSeconds)) {
      throw new IllegalArgumentException("its instant is no number");
    }
  }
}
