package io.tideline.reports.soak;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.Moment;
import io.tideline.reports.stats.TimeLine;
import org.jspecify.annotations.Nullable;

/**
 * How much gets done at the load there is, block by block: the logarithm of successful requests for
 * each user who started, with its sign turned so that less is a rise.
 */
final class ThroughputSeries implements Cutter.Series {
  private static final int LEAST_USERS = 20;

  private final TimeLine line;
  private final PlanHours hours;

  ThroughputSeries(TimeLine line, PlanHours hours) {
    this.line = line;
    this.hours = hours;
  }

  @Override
  public @Nullable Double value(double fromSeconds, double toSeconds) {
    int from = line.from(fromSeconds);
    int to = line.from(toSeconds);
    long users = line.moments().subList(from, to).stream().mapToLong(Moment::usersStarted).sum();
    if (users < LEAST_USERS || hours.isMasked(fromSeconds, toSeconds)) {
      return null;
    }
    long requests = line.latencies(Scope.EVERYTHING, from, to).count();
    return -Math.log(Math.max(1, requests) / (double) users);
  }

  @Override
  public String need() {
    return LEAST_USERS + " users or more";
  }
}
