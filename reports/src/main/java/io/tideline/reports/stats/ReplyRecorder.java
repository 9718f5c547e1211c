package io.tideline.reports.stats;

import io.tideline.engine.reply.ReplyLog;
import io.tideline.engine.reply.ReplySample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums up what replies told, in memory that does not grow with the length of the run. */
final class ReplyRecorder {
  private static final double MILLIS_PER_SECOND = 1e3;

  /** A sample tells of the second before it. */
  private static final double HALF_A_SECOND = 0.5;

  private final long[][] counts = new long[4][Intervals.MOST];
  private int seconds = Intervals.first();
  private Replies.Sessions sessions = new Replies.Sessions(0, 0, 0, 0, 0);

  private ReplyRecorder() {}

  /** What is in a run's folder of records; null when nothing was counted. */
  static @Nullable ReplyRecorder read(Path tideline) throws IOException {
    Path file = tideline.resolve(ReplyLog.FILE_NAME);
    if (!Files.exists(file)) {
      return null;
    }
    ReplyRecorder recorder = new ReplyRecorder();
    ReplyLog.read(file, recorder::add);
    return recorder;
  }

  private void add(ReplySample sample) {
    long millis = Math.round((sample.atSeconds() - HALF_A_SECOND) * MILLIS_PER_SECOND);
    coarsen(Intervals.secondsFor(millis, seconds));
    int interval = Intervals.index(millis, seconds);
    counts[0][interval] += sample.hits();
    counts[1][interval] += sample.misses();
    counts[2][interval] += sample.notModified();
    counts[3][interval] += sample.silent();
    sessions =
        new Replies.Sessions(
            sample.sessions(),
            sample.accounts(),
            sample.shared(),
            sample.reads(),
            sample.addresses());
  }

  private void coarsen(int longer) {
    int factor = longer / seconds;
    if (factor > 1) {
      for (long[] each : counts) {
        for (int i = 0; i < each.length; i++) {
          long count = each[i];
          each[i] = 0;
          each[i / factor] += count;
        }
      }
      seconds = longer;
    }
  }

  /** All of it, in the intervals of the run's time line. */
  Replies replies(TimeLine line) {
    coarsen(line.intervalSeconds());
    int intervals = line.moments().size();
    return new Replies(
        seconds,
        column(counts[0], intervals),
        column(counts[1], intervals),
        column(counts[2], intervals),
        column(counts[3], intervals),
        sessions);
  }

  private List<Long> column(long[] values, int intervals) {
    long[] within = Arrays.copyOf(values, intervals);
    for (int i = intervals; i > 0 && i < values.length; i++) {
      within[intervals - 1] += values[i];
    }
    return Arrays.stream(within).boxed().toList();
  }
}
