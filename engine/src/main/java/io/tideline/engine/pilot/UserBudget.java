package io.tideline.engine.pilot;

import io.tideline.engine.schedule.UserLimit;
import io.tideline.engine.search.Step;
import java.time.Duration;
import java.util.Locale;

/**
 * How many users may still come: each needs an account of its own. A step is not begun unless it
 * can be ended.
 */
final class UserBudget {
  private static final double NANOS_PER_SECOND = 1e9;

  /** The load goes on until the log has come, and from step to step. */
  private static final double MARGIN_SECONDS = 5;

  private final SearchedRun run;
  private final double rate;
  private final UserLimit limit;
  private String remark = "";

  /**
   * @param rate users per second at level 1
   * @param limit on users in all
   */
  UserBudget(SearchedRun run, double rate, UserLimit limit) {
    this.run = run;
    this.rate = rate;
    this.limit = limit;
  }

  /**
   * Whether there are users enough for {@code step}, and then for {@code reserve} at its load.
   *
   * @param reserve of time, for what has to follow
   */
  boolean allows(Step step, Duration reserve) {
    double seconds = step.duration().plus(reserve).toNanos() / NANOS_PER_SECOND + MARGIN_SECONDS;
    double needed = run.dueBefore(run.nowNanos()) + step.load() * rate * seconds;
    if (needed <= limit.most()) {
      return true;
    }
    remark =
        String.format(
            Locale.ROOT,
            "; a step at %.4g users per second would bring the run to %.0f users, and %d may come:"
                + " %s",
            step.load() * rate,
            needed,
            limit.most(),
            limit.remedy());
    return false;
  }

  /** Why a step was not allowed, to be said after a sentence; empty as long as all were. */
  String remark() {
    return remark;
  }
}
