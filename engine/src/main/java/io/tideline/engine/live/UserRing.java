package io.tideline.engine.live;

import java.util.Arrays;

/** Users who started and left in each of the last seconds. */
final class UserRing {
  private final int[] seconds;
  private final int[] started;
  private final int[] ended;
  private long inFlight;

  UserRing(int length) {
    seconds = new int[length];
    started = new int[length];
    ended = new int[length];
    Arrays.fill(seconds, -1);
  }

  /** Counts for the users in flight, even where the second itself is no longer kept. */
  void count(boolean start) {
    inFlight += start ? 1 : -1;
  }

  long active() {
    return inFlight;
  }

  void add(int second, boolean start) {
    int slot = second % seconds.length;
    if (seconds[slot] != second) {
      seconds[slot] = second;
      started[slot] = 0;
      ended[slot] = 0;
    }
    int[] counts = start ? started : ended;
    counts[slot]++;
  }

  long started(Seconds interval) {
    return sum(started, interval);
  }

  long ended(Seconds interval) {
    return sum(ended, interval);
  }

  /** Users in flight at the end of each second of the interval; goes back from the newest. */
  int[] inFlight(Seconds interval, int newest) {
    int[] levels = new int[interval.length()];
    long level = inFlight;
    for (int second = Math.max(newest, interval.to() - 1); second >= interval.from(); second--) {
      if (second < interval.to()) {
        levels[second - interval.from()] = (int) level;
      }
      level -= at(started, second) - at(ended, second);
    }
    return levels;
  }

  private long sum(int[] counts, Seconds interval) {
    long sum = 0;
    for (int second = interval.from(); second < interval.to(); second++) {
      sum += at(counts, second);
    }
    return sum;
  }

  private int at(int[] counts, int second) {
    int slot = second % seconds.length;
    return seconds[slot] == second ? counts[slot] : 0;
  }
}
