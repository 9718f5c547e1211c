package io.tideline.reports.stats;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.function.BiConsumer;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.jspecify.annotations.Nullable;

/**
 * A distribution of times in whole milliseconds (or another unit, where its owner says so), kept in
 * an HdrHistogram of three significant digits: every figure is within 0.1 % of the exact one, and
 * two of them add up without loss. A percentile is the nearest rank: the smallest recorded time
 * that at least that share of all times does not exceed. Not for use by several threads.
 */
public final class Latencies {
  private static final int DIGITS = 3;
  private static final double PERCENT = 100;

  /** Times that the histogram does not have yet: recording them costs less here. */
  private @Nullable TimeCounts recent;

  /** Made at the first time recorded: most of a run's distributions of failures stay empty. */
  private @Nullable Histogram histogram;

  /** Exact, where the histogram rounds up. */
  private long longest;

  void record(long value) {
    TimeCounts counts = recent;
    if (counts == null) {
      counts = new TimeCounts();
      recent = counts;
    }
    counts.record(value);
    longest = Math.max(longest, value);
  }

  void add(Latencies other) {
    Histogram theirs = other.settled();
    if (theirs != null) {
      made().add(theirs);
      longest = Math.max(longest, other.longest);
    }
  }

  /** Times that are known to three digits; the longest of them is rounded up. */
  static Latencies of(PackedTimes times) {
    Latencies latencies = new Latencies();
    if (!times.isEmpty()) {
      addTo(latencies.made(), times);
      latencies.longest = TimeCounts.largest(times.end() - 1);
    }
    return latencies;
  }

  /** What was counted; from then on {@code counts} has nothing. */
  static Latencies of(TimeCounts counts) {
    return of(counts.pack());
  }

  /** The same times, to be added to on its own. */
  Latencies copy() {
    Latencies copy = new Latencies();
    copy.add(this);
    return copy;
  }

  /**
   * The same times with {@code from} taken out, as far as they are in it, and {@code to} put in.
   */
  Latencies moved(Latencies from, Latencies to) {
    Latencies moved = copy();
    Histogram counts = moved.made();
    Histogram taken = from.settled();
    if (taken != null) {
      for (HistogramIterationValue each : taken.recordedValues()) {
        long value = each.getValueIteratedTo();
        long count = Math.min(counts.getCountAtValue(value), each.getCountAtValueIteratedTo());
        counts.recordValueWithCount(value, -count);
      }
    }
    moved.add(to);
    return moved;
  }

  /** How many times were recorded. */
  public long count() {
    Histogram all = settled();
    return all == null ? 0 : all.getTotalCount();
  }

  /** The time at {@code quantile}, a share of 0 to 1; 0 when nothing was recorded. */
  public long at(double quantile) {
    Histogram all = settled();
    return all == null ? 0 : Math.min(longest, all.getValueAtPercentile(quantile * PERCENT));
  }

  /** The arithmetic mean; 0 when nothing was recorded. */
  public double mean() {
    Histogram all = settled();
    return all == null ? 0 : all.getMean();
  }

  /** The standard deviation of all times; 0 when nothing was recorded. */
  public double standardDeviation() {
    Histogram all = settled();
    return all == null ? 0 : all.getStdDeviation();
  }

  /** The shortest time, to three digits; 0 when nothing was recorded. */
  public long min() {
    Histogram all = settled();
    return all == null ? 0 : all.getMinValue();
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
      return text.of(PackedTimes.of(this));
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
    Latencies latencies = new Latencies();
    if (text != null) {
      try {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        latencies.histogram = Histogram.decodeFromCompressedByteBuffer(bytes, 0);
        latencies.histogram.setAutoResize(true);
      } catch (DataFormatException | RuntimeException e) {
        throw new IllegalArgumentException("not a histogram: " + e.getMessage(), e);
      }
      latencies.longest = longest;
    }
    return latencies;
  }

  /** The same when the longest time is known to three digits only. */
  static Latencies decoded(@Nullable String text) {
    Latencies latencies = decoded(text, 0);
    Histogram histogram = latencies.histogram;
    latencies.longest = histogram == null ? 0 : histogram.getMaxValue();
    return latencies;
  }

  /** Each distinct time, to three digits, with how often it was recorded; in ascending order. */
  public void each(BiConsumer<Long, Long> listener) {
    Histogram all = settled();
    if (all != null) {
      for (HistogramIterationValue value : all.recordedValues()) {
        listener.accept(value.getValueIteratedTo(), value.getCountAtValueIteratedTo());
      }
    }
  }

  /** The histogram with all times in it; null when there are none. */
  private @Nullable Histogram settled() {
    TimeCounts counts = recent;
    if (counts != null) {
      recent = null;
      addTo(made(), counts.pack());
    }
    return histogram;
  }

  private static void addTo(Histogram histogram, PackedTimes times) {
    times.each((index, count) -> histogram.recordValueWithCount(TimeCounts.largest(index), count));
  }

  private Histogram made() {
    Histogram current = histogram;
    if (current == null) {
      current = new Histogram(DIGITS);
      histogram = current;
    }
    return current;
  }
}
