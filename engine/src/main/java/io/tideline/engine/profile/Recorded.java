package io.tideline.engine.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Arrivals at recorded instants: a text file with one instant on a line, in seconds from the start
 * of the recording, in order. Empty lines and lines that begin with {@code #} are passed over.
 * Takes 8 bytes of memory for each.
 */
final class Recorded implements Arrivals {
  private final long[] nanos;

  private Recorded(long[] nanos) {
    this.nanos = nanos;
  }

  /**
   * Reads {@code file}.
   *
   * @throws IOException when it cannot be read, or with file and line when a line is no instant or
   *     goes back in time
   */
  static Recorded read(Path file) throws IOException {
    long[] nanos = new long[1024];
    int count = 0;
    int number = 0;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
          continue;
        }
        if (count == nanos.length) {
          nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count] = instant(text, file + ":" + number + ": ");
        if (count > 0 && nanos[count] < nanos[count - 1]) {
          throw new IOException(
              file + ":" + number + ": " + text + " s comes before the line above");
        }
        count++;
      }
    }
    if (count == 0) {
      throw new IOException(file + ": holds no instant; write one on each line, in seconds");
    }
    return new Recorded(Arrays.copyOf(nanos, count));
  }

  private static long instant(String text, String place) throws IOException {
    try {
      double seconds = Double.parseDouble(text);
      if (seconds >= 0 && seconds <= Long.MAX_VALUE / Nanos.PER_SECOND) {
        return Nanos.of(seconds);
      }
    } catch (NumberFormatException e) {
      throw new IOException(place + "\"" + text + "\" is no number of seconds, such as 12.345", e);
    }
    throw new IOException(place + "\"" + text + "\" is no instant of 0 s or later");
  }

  @Override
  public long count() {
    return nanos.length;
  }

  @Override
  public long dueNanos(long k) {
    return nanos[(int) k];
  }

  @Override
  public long dueBefore(double seconds) {
    long limit = Nanos.of(seconds);
    int low = 0;
    int high = nanos.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (nanos[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The most arrivals within any second that begins with one. */
  @Override
  public double peak() {
    int most = 0;
    int end = 0;
    for (int begin = 0; begin < nanos.length; begin++) {
      while (end < nanos.length && nanos[end] - nanos[begin] < Nanos.PER_SECOND) {
        end++;
      }
      most = Math.max(most, end - begin);
    }
    return most;
  }
}
