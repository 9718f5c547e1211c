package io.tideline.simulations.full;

/**
 * What came of an exam.
 *
 * @param source the state of the source that was examined
 * @param exam its id
 * @param result what came
 * @param begun when, as ISO-8601
 * @param seconds how long it took
 * @param came the verdicts, or why it failed
 */
record Outcome(
    String source, String exam, Result result, String begun, double seconds, String came) {
  /** Whether it has been answered. */
  enum Result {
    /** As it should be. */
    PASSED,
    /** Not as it should be; it is not tried again unless that is asked for. */
    FAILED,
    /**
     * The machine was too busy, or something that it needs is not there: the next call tries again.
     */
    NOT_JUDGED
  }
}
