package io.tideline.reports.stats;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Writes packed times in HdrHistogram's V2 compressed encoding, the same bytes as a {@code
 * Histogram} of three digits would write, without making one: of a time line's thousands of cells
 * each would need its thousands of buckets and a compressor of its own.
 *
 * <p>The encoding is in HdrHistogram's {@code AbstractHistogram.encodeIntoByteBuffer}: a header,
 * and the counts up to the largest value as ZigZag LEB128, where a negative number stands for so
 * many empty buckets.
 */
final class HistogramText implements AutoCloseable {
  private static final int COOKIE = 0x1c849313;
  private static final int COMPRESSED_COOKIE = 0x1c849314;
  private static final int DIGITS = 3;
  private static final int HEADER_BYTES = 40;
  private static final int COMPRESSED_HEADER_BYTES = 8;
  private static final long EXACT = 2048;
  private static final long UNUSED_HIGHEST = 2;

  private final Deflater deflater = new Deflater();
  private final Leb128 counts = new Leb128();
  private byte[] plain = new byte[1 << 10];
  private byte[] compressed = new byte[1 << 10];
  private int next;

  /** In base64; null when there is no time. */
  @Nullable String of(PackedTimes times) {
    if (times.isEmpty()) {
      return null;
    }
    counts.clear();
    next = 0;
    times.each(this::count);
    int length = HEADER_BYTES + counts.length();
    plain = atLeast(length, plain);
    header(times);
    System.arraycopy(counts.bytes(), 0, plain, HEADER_BYTES, counts.length());
    return base64(length);
  }

  private void count(int index, long count) {
    int empty = index - next;
    if (empty > 0) {
      counts.putZigZag(empty == 1 ? 0 : -empty);
    }
    counts.putZigZag(count);
    next = index + 1;
  }

  private void header(PackedTimes times) {
    ByteBuffer.wrap(plain)
        .putInt(COOKIE)
        .putInt(counts.length())
        .putInt(0)
        .putInt(DIGITS)
        .putLong(1)
        .putLong(highest(TimeCounts.largest(times.end() - 1)))
        .putDouble(1);
  }

  /** What a histogram that resizes itself says is the highest value that it could take. */
  private static long highest(long largest) {
    return largest < EXACT ? UNUSED_HIGHEST : Long.highestOneBit(largest) * 2 - 1;
  }

  private String base64(int length) {
    compressed = atLeast(COMPRESSED_HEADER_BYTES + length + (length >> 8) + 64, compressed);
    deflater.reset();
    deflater.setInput(plain, 0, length);
    deflater.finish();
    int bytes =
        deflater.deflate(
            compressed, COMPRESSED_HEADER_BYTES, compressed.length - COMPRESSED_HEADER_BYTES);
    ByteBuffer.wrap(compressed).putInt(COMPRESSED_COOKIE).putInt(bytes);
    byte[] whole = Arrays.copyOf(compressed, COMPRESSED_HEADER_BYTES + bytes);
    return Base64.getEncoder().encodeToString(whole);
  }

  private static byte[] atLeast(int length, byte[] bytes) {
    return bytes.length >= length ? bytes : new byte[length * 2];
  }

  @Override
  public void close() {
    deflater.end();
  }
}
