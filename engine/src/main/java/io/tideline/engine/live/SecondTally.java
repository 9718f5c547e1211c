package io.tideline.engine.live;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * The requests of one name that ended within one second: each distinct latency once, in order, with
 * its number. Latencies are rounded as a {@link Histogram} of three digits does, so that they can
 * be added to one without loss and there is a bound on how many there can be. An HdrHistogram for
 * each second would take 100 KB; this takes 8 bytes for each latency that occurred.
 */
final class SecondTally {
  private static final int DIGITS = 3;
  private static final int LONGEST_MILLIS = 3_600_000;
  private static final int FIRST_SIZE = 8;
  private static final Histogram SCALE = empty();

  private int second = -1;
  private long ok;
  private long ko;
  private int[] latencies = {};
  private int[] counts = {};
  private int size;

  static Histogram empty() {
    return new Histogram(1, LONGEST_MILLIS, DIGITS);
  }

  /** Forgets everything unless it is about {@code wanted} already. */
  void turnTo(int wanted) {
    if (second != wanted) {
      second = wanted;
      ok = 0;
      ko = 0;
      size = 0;
    }
  }

  boolean isAbout(int wanted) {
    return second == wanted;
  }

  void failed() {
    ko++;
  }

  void succeeded(int millis) {
    ok++;
    int latency = (int) SCALE.lowestEquivalentValue(Math.min(millis, LONGEST_MILLIS));
    int at = Arrays.binarySearch(latencies, 0, size, latency);
    if (at < 0) {
      at = -at - 1;
      insert(at, latency);
    }
    counts[at]++;
  }

  long ok() {
    return ok;
  }

  long ko() {
    return ko;
  }

  void addTo(Histogram histogram) {
    for (int i = 0; i < size; i++) {
      histogram.recordValueWithCount(latencies[i], counts[i]);
    }
  }

  private void insert(int at, int latency) {
    if (size == latencies.length) {
      int more = Math.max(FIRST_SIZE, size + size / 2);
      latencies = Arrays.copyOf(latencies, more);
      counts = Arrays.copyOf(counts, more);
    }
    System.arraycopy(latencies, at, latencies, at + 1, size - at);
    System.arraycopy(counts, at, counts, at + 1, size - at);
    latencies[at] = latency;
    counts[at] = 0;
    size++;
  }
}
