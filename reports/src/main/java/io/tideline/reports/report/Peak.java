package io.tideline.reports.report;

import io.tideline.reports.stats.Moment;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.ResourceRow;
import io.tideline.reports.stats.Resources;
import io.tideline.reports.stats.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The peak of a run: of its intervals outside the warm-up the tenth in which most users came, of
 * equals the first.
 *
 * @param intervals by their index
 */
record Peak(List<Integer> intervals) {
  private static final int TENTH = 10;

  static Peak of(Run run, Resources resources) {
    int seconds = resources.intervalSeconds();
    List<Moment> moments = run.timeLine().moments();
    int count = resources.rows().stream().mapToInt(row -> row.means().size()).max().orElse(0);
    long[] users = new long[count];
    for (Moment moment : moments) {
      int interval = (int) (moment.startSeconds() / seconds);
      if (interval < count && isMeasured(run, moment.startSeconds())) {
        users[interval] += moment.usersStarted();
      }
    }
    return new Peak(
        IntStream.range(0, count)
            .filter(i -> users[i] > 0)
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> users[i]).reversed())
            .limit((count + TENTH - 1) / TENTH)
            .toList());
  }

  private static boolean isMeasured(Run run, double seconds) {
    return run.phases().stream()
        .filter(PhaseRow::warmUp)
        .noneMatch(
            phase ->
                seconds >= phase.startSeconds()
                    && seconds < phase.startSeconds() + phase.durationSeconds());
  }

  /** Mean of a resource there; null when nothing tells. */
  @Nullable Double mean(ResourceRow row) {
    OptionalDouble mean =
        intervals.stream()
            .map(i -> row.means().get(i))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .average();
    return mean.isPresent() ? (Double) mean.getAsDouble() : null;
  }
}
