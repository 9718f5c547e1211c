package io.tideline.reports.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Instants of a run's users' starts in their order: each of them in a small run, every second,
 * fourth and so on in a large one, so that two records of the same starts can be laid beside each
 * other in memory that does not grow with the run.
 */
final class StartSamples {
  private static final int MOST = 1 << 13;
  private static final int MOST_PARTS = 20;

  private final long[] millis = new long[MOST];
  private int kept;
  private long stride = 1;
  private long count;

  void add(long startMillis) {
    if (count % stride == 0) {
      if (kept == MOST) {
        thin();
      }
      if (count % stride == 0) {
        millis[kept++] = startMillis;
      }
    }
    count++;
  }

  private void thin() {
    for (int i = 0; i < MOST / 2; i++) {
      millis[i] = millis[2 * i];
    }
    kept = MOST / 2;
    stride *= 2;
  }

  long count() {
    return count;
  }

  /** How many of the other's starts can be laid beside these. */
  long common(StartSamples other) {
    return Math.min(count, other.count);
  }

  /**
   * How much later these are than the other's, in milliseconds: of up to 20 parts in a row the
   * median that is furthest from 0; 0 when there are none.
   */
  long apartMillis(StartSamples other) {
    List<Long> differences = differences(other);
    int parts = Math.min(MOST_PARTS, differences.size());
    long furthest = 0;
    for (int part = 0; part < parts; part++) {
      int from = (int) ((long) differences.size() * part / parts);
      int to = (int) ((long) differences.size() * (part + 1) / parts);
      long median = median(differences.subList(from, to));
      furthest = Math.abs(median) > Math.abs(furthest) ? median : furthest;
    }
    return furthest;
  }

  private List<Long> differences(StartSamples other) {
    long step = Math.max(stride, other.stride);
    List<Long> differences = new ArrayList<>();
    for (long i = 0; i < common(other); i += step) {
      differences.add(at(i) - other.at(i));
    }
    return differences;
  }

  private long at(long index) {
    return millis[(int) (index / stride)];
  }

  private static long median(List<Long> values) {
    long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
