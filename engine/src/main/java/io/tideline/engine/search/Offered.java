package io.tideline.engine.search;

/**
 * How the generator kept up in the measured part of a step.
 *
 * @param due users that were to start
 * @param achieved users of those that did
 * @param lagP99Millis 99th percentile of start minus due time
 * @param lagLimitMillis the most that may be
 */
public record Offered(long due, long achieved, double lagP99Millis, double lagLimitMillis) {

  /** Share of the users due that did not start. */
  double missed() {
    return due == 0 ? 0 : (double) (due - achieved) / due;
  }
}
