package io.tideline.reports.stats;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The requests of one name over time while they are counted. Only the intervals of the last moments
 * have counts that can be added to; the others are packed, and unpacked when a straggler comes.
 */
final class TimeTrack {
  private final Deque<TimeCounts> spare;
  private TimeCounts[] open = new TimeCounts[Intervals.MOST];
  private PackedTimes[] packed = nothing();
  private long[] failures = new long[Intervals.MOST];
  private int firstOpen;
  private int end;

  /**
   * @param spare counts that are not in use, shared by all tracks
   */
  TimeTrack(Deque<TimeCounts> spare) {
    this.spare = spare;
  }

  private static PackedTimes[] nothing() {
    PackedTimes[] packed = new PackedTimes[Intervals.MOST];
    Arrays.fill(packed, PackedTimes.NONE);
    return packed;
  }

  void succeeded(int interval, long millis) {
    at(interval).record(millis);
  }

  private TimeCounts at(int interval) {
    TimeCounts counts = open[interval];
    return counts == null ? opened(interval) : counts;
  }

  void failed(int interval) {
    failures[interval]++;
    end = Math.max(end, interval + 1);
  }

  private TimeCounts opened(int interval) {
    TimeCounts known = spare.poll();
    TimeCounts counts = known == null ? new TimeCounts() : known;
    counts.add(packed[interval]);
    open[interval] = counts;
    packed[interval] = PackedTimes.NONE;
    firstOpen = Math.min(firstOpen, interval);
    end = Math.max(end, interval + 1);
    return counts;
  }

  /** Packs the intervals before {@code interval}. */
  void packBefore(int interval) {
    for (int i = firstOpen; i < interval; i++) {
      TimeCounts counts = open[i];
      if (counts != null) {
        packed[i] = counts.pack();
        open[i] = null;
        spare.add(counts);
      }
    }
    firstOpen = Math.max(firstOpen, interval);
  }

  /** Joins {@code factor} intervals to one each. */
  void join(int factor) {
    packBefore(end);
    TimeTrack joined = new TimeTrack(spare);
    for (int i = 0; i < end; i++) {
      joined.failures[i / factor] += failures[i];
      joined.end = i / factor + 1;
      if (!packed[i].isEmpty()) {
        joined.at(i / factor).add(packed[i]);
      }
      joined.packBefore(i / factor);
    }
    joined.packBefore(joined.end);
    open = joined.open;
    packed = joined.packed;
    failures = joined.failures;
    firstOpen = joined.firstOpen;
    end = joined.end;
  }

  /** How many intervals there are up to the last in which something happened. */
  int end() {
    return end;
  }

  /** The cell of an interval; nothing may be counted any more. */
  TimeCell cell(int interval) {
    packBefore(end);
    return TimeCell.of(failures[interval], packed[interval]);
  }

  static Deque<TimeCounts> noSpares() {
    return new ArrayDeque<>();
  }
}
