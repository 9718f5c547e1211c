package io.tideline.reports.soak;

import io.tideline.reports.drift.Blocks;
import io.tideline.reports.drift.LoadCourse;
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

  /** From the run's first instant on. */
  LoadCourse course(double blockHours) {
    int count = (int) Math.floor(hours.end() / blockHours);
    double[] middles = new double[count];
    double[] loads = new double[count];
    for (int i = 0; i < count; i++) {
      middles[i] = (i + 0.5) * blockHours;
      loads[i] = at(i * blockHours, (i + 1) * blockHours);
    }
    return new LoadCourse(middles, loads);
  }

  private double at(double fromHours, double toHours) {
    int from = line.from(hours.seconds(fromHours));
    int to = line.from(hours.seconds(toHours));
    long users = line.moments().subList(from, to).stream().mapToLong(Moment::usersStarted).sum();
    return users / (double) Math.max(1, (to - from) * line.intervalSeconds());
  }
}
