package io.tideline.reports.soak;

import io.tideline.reports.drift.Blocks;
import io.tideline.reports.stats.Moment;
import io.tideline.reports.stats.TimeLine;
import java.util.Arrays;

/** How many users a second came in each block of a series. */
record LoadLevel(TimeLine line, PlanHours hours) {

  double[] of(Blocks blocks, double blockHours) {
    return Arrays.stream(blocks.hours())
        .map(middle -> at(middle - blockHours / 2, middle + blockHours / 2))
        .toArray();
  }

  private double at(double fromHours, double toHours) {
    int from = line.from(hours.seconds(fromHours));
    int to = line.from(hours.seconds(toHours));
    long users = line.moments().subList(from, to).stream().mapToLong(Moment::usersStarted).sum();
    return users / (double) Math.max(1, (to - from) * line.intervalSeconds());
  }
}
