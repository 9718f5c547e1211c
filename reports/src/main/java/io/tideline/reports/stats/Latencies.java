package io.tideline.reports.stats;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.function.BiConsumer;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.jspecify.annotations.Nullable;

/**
 * A distribution of times in whole milliseconds (or another unit, where its owner says so), in the
 * buckets of an HdrHistogram of three significant digits: every figure is within 0.1 % of the exact
 * one, and two of them add up without loss. A percentile is the nearest rank: the smallest recorded
 * time that at least that share of all times does not exceed. Packed as soon as it is asked for
 * anything, so that a run may have thousands. Not for use by several threads.
 */
public final class Latencies {

  /** Times that are not packed yet; made at the first one, since most see none. */
  private @Nullable TimeCounts recent;

  private PackedTimes packed = PackedTimes.NONE;
  private @Nullable PackedFigures figures;

  /** Exact, where the buckets round up. */
  private long longest;

  void record(long value) {
    TimeCounts counts = recent;
    (counts == null ? opened() : counts).record(value);
    longest = Math.max(longest, value);
  }

  void add(Latencies other) {
    PackedTimes theirs = other.times();
    if (!theirs.isEmpty()) {
      TimeCounts counts = recent;
      (counts == null ? opened() : counts).add(theirs);
      longest = Math.max(longest, other.longest);
    }
  }

  /** Times that are known to three digits; the longest of them is rounded up. */
  static Latencies of(PackedTimes times) {
    return of(times, times.isEmpty() ? 0 : TimeCounts.largest(times.end() - 1));
  }

  private static Latencies of(PackedTimes times, long longest) {
    Latencies latencies = new Latencies();
    latencies.packed = times;
    latencies.longest = longest;
    return latencies;
  }

  /** What was counted; from then on {@code counts} has nothing. */
  static Latencies of(TimeCounts counts) {
    return of(counts.pack());
  }

  /** The same times, to be added to on its own. */
  Latencies copy() {
    return of(times(), longest);
  }

  /**
   * The same times with {@code from} taken out, as far as they are in it, and {@code to} put in.
   */
  Latencies moved(Latencies from, Latencies to) {
    Latencies moved = copy();
    moved.opened().subtract(from.times());
    moved.add(to);
    return moved;
  }

  /** How many times were recorded. */
  public long count() {
    return figures().count();
  }

  /** The time at {@code quantile}, a share of 0 to 1; 0 when nothing was recorded. */
  public long at(double quantile) {
    return Math.min(longest, figures().at(quantile));
  }

  /** The arithmetic mean; 0 when nothing was recorded. */
  public double mean() {
    return figures().mean();
  }

  /** The standard deviation of all times; 0 when nothing was recorded. */
  public double standardDeviation() {
    return figures().standardDeviation();
  }

  /** The shortest time, to three digits; 0 when nothing was recorded. */
  public long min() {
    return figures().min();
  }

  /** These times and {@code others} together. */
  public Latencies with(Latencies others) {
    Latencies both = copy();
    both.add(others);
    return both;
  }

  /** The longest time; 0 when nothing was recorded. */
  public long max() {
    return longest;
  }

  /**
   * HdrHistogram's V2 compressed encoding in base64; null when nothing was recorded. Equal times
   * give equal text, in whatever order they came.
   */
  @Nullable String encoded() {
    try (HistogramText text = new HistogramText()) {
      return text.of(times());
    }
  }

  /**
   * What {@link #encoded} wrote.
   *
   * @param text null when nothing was recorded
   * @param longest the exact longest time
   * @throws IllegalArgumentException when it is no such encoding
   */
  static Latencies decoded(@Nullable String text, long longest) {
    return text == null ? new Latencies() : of(times(text), longest);
  }

  /** The same when the longest time is known to three digits only. */
  static Latencies decoded(@Nullable String text) {
    return text == null ? new Latencies() : of(times(text));
  }

  private static PackedTimes times(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      TimeCounts counts = new TimeCounts();
      for (HistogramIterationValue each :
          Histogram.decodeFromCompressedByteBuffer(bytes, 0).recordedValues()) {
        counts.record(each.getValueIteratedTo(), each.getCountAtValueIteratedTo());
      }
      return counts.pack();
    } catch (DataFormatException | RuntimeException e) {
      throw new IllegalArgumentException("not a histogram: " + e.getMessage(), e);
    }
  }

  /** Each distinct time, to three digits, with how often it was recorded; in ascending order. */
  public void each(BiConsumer<Long, Long> listener) {
    times().each((index, count) -> listener.accept(TimeCounts.largest(index), count));
  }

  /** All of them, packed. */
  PackedTimes times() {
    TimeCounts counts = recent;
    if (counts != null) {
      recent = null;
      packed = counts.pack();
    }
    return packed;
  }

  private PackedFigures figures() {
    PackedTimes times = times();
    PackedFigures known = figures;
    if (known == null) {
      known = new PackedFigures(times);
      figures = known;
    }
    return known;
  }

  /** To be counted on: what was packed is unpacked. */
  private TimeCounts opened() {
    TimeCounts counts = new TimeCounts();
    counts.add(packed);
    packed = PackedTimes.NONE;
    figures = null;
    recent = counts;
    return counts;
  }
}
