package io.tideline.reports.stats;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one name over time while they are counted. Only the intervals of the last moments
 * have a histogram that can be counted in; the others are packed, and unpacked when a straggler
 * comes.
 */
final class TimeTrack {
  private static final int DIGITS = 3;

  private final Deque<Histogram> spare;
  private Histogram[] open = new Histogram[Intervals.MOST];
  private byte[][] packed = new byte[Intervals.MOST][];
  private long[] failures = new long[Intervals.MOST];
  private int firstOpen;
  private int end;

  /**
   * @param spare histograms that are not in use, shared by all tracks
   */
  TimeTrack(Deque<Histogram> spare) {
    this.spare = spare;
  }

  void succeeded(int interval, long millis) {
    at(interval).recordValue(millis);
  }

  private Histogram at(int interval) {
    Histogram histogram = open[interval];
    return histogram == null ? opened(interval) : histogram;
  }

  void failed(int interval) {
    failures[interval]++;
    end = Math.max(end, interval + 1);
  }

  private Histogram opened(int interval) {
    byte[] bytes = packed[interval];
    Histogram histogram = bytes == null ? unused() : unpacked(bytes);
    open[interval] = histogram;
    packed[interval] = null;
    firstOpen = Math.min(firstOpen, interval);
    end = Math.max(end, interval + 1);
    return histogram;
  }

  private Histogram unused() {
    Histogram histogram = spare.poll();
    return histogram == null ? new Histogram(DIGITS) : histogram;
  }

  private static Histogram unpacked(byte[] bytes) {
    Histogram histogram = Histogram.decodeFromByteBuffer(ByteBuffer.wrap(bytes), 0);
    histogram.setAutoResize(true);
    return histogram;
  }

  /** Packs the intervals before {@code interval}. */
  void packBefore(int interval) {
    for (int i = firstOpen; i < interval; i++) {
      Histogram histogram = open[i];
      if (histogram != null) {
        packed[i] = packed(histogram);
        open[i] = null;
        histogram.reset();
        spare.add(histogram);
      }
    }
    firstOpen = Math.max(firstOpen, interval);
  }

  private static byte[] packed(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    return Arrays.copyOf(buffer.array(), histogram.encodeIntoByteBuffer(buffer));
  }

  /** Joins {@code factor} intervals to one each. */
  void join(int factor) {
    packBefore(end);
    TimeTrack joined = new TimeTrack(spare);
    for (int i = 0; i < end; i++) {
      joined.failures[i / factor] += failures[i];
      joined.end = i / factor + 1;
      byte[] bytes = packed[i];
      if (bytes != null) {
        joined.at(i / factor).add(unpacked(bytes));
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
    byte[] bytes = packed[interval];
    return bytes == null && failures[interval] == 0
        ? TimeCell.EMPTY
        : new TimeCell(failures[interval], bytes == null ? null : compressed(bytes));
  }

  private static @Nullable String compressed(byte[] bytes) {
    Histogram histogram = unpacked(bytes);
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  static Deque<Histogram> noSpares() {
    return new ArrayDeque<>();
  }
}
