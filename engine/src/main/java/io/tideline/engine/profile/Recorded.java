package io.tideline.engine.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rate of recorded arrivals: a text file with one instant on a line, in seconds from the start
 * of the recording, in order; empty lines and lines that begin with {@code #} are passed over. The
 * integral rises by 1 at each instant, so that evenly spaced arrivals along it come exactly at the
 * instants. Takes 8 bytes of memory for each.
 */
public final class Recorded implements RateCurve {
  /** An arrival at the very beginning belongs to this curve and not to the one before it. */
  private static final double LEAST = 1e-10;

  private final double[] instants;
  private final double durationSeconds;

  private Recorded(double[] instants, double durationSeconds) {
    this.instants = Arrays.stream(instants).map(at -> Math.max(at, LEAST)).toArray();
    this.durationSeconds = durationSeconds;
  }

  /**
   * The curve of instants that are known already.
   *
   * @param instants in seconds, 0 or later, in order; at least one
   * @param durationSeconds no less than the last of them
   */
  public static Recorded of(double[] instants, double durationSeconds) {
    if (instants.length == 0 || instants[instants.length - 1] > durationSeconds) {
      throw new IllegalArgumentException(
          instants.length + " instants do not fit into " + durationSeconds + " s");
    }
    return new Recorded(instants.clone(), durationSeconds);
  }

  /** The instants, in seconds, in order. */
  public double[] instants() {
    return instants.clone();
  }

  /**
   * Reads {@code file}.
   *
   * @throws IOException when it cannot be read, or with file and line when a line is no instant or
   *     goes back in time
   */
  public static Recorded read(Path file) throws IOException {
    double[] instants = new double[1024];
    int count = 0;
    int number = 0;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
          continue;
        }
        if (count == instants.length) {
          instants = Arrays.copyOf(instants, count * 2);
        }
        instants[count] = instant(text, file + ":" + number + ": ");
        if (count > 0 && instants[count] < instants[count - 1]) {
          throw new IOException(
              file + ":" + number + ": " + text + " s comes before the line above");
        }
        count++;
      }
    }
    if (count == 0) {
      throw new IOException(file + ": holds no instant; write one on each line, in seconds");
    }
    double[] all = Arrays.copyOf(instants, count);
    return new Recorded(all, Math.floor(all[count - 1]) + 1);
  }

  private static double instant(String text, String place) throws IOException {
    try {
      double seconds = Double.parseDouble(text);
      if (seconds >= 0 && seconds < Double.POSITIVE_INFINITY) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      throw new IOException(place + "\"" + text + "\" is no number of seconds, such as 12.345", e);
    }
    throw new IOException(place + "\"" + text + "\" is no instant of 0 s or later");
  }

  /** Of a file, up to the first whole second after the last instant. */
  @Override
  public double durationSeconds() {
    return durationSeconds;
  }

  /** Arrivals within the second that holds {@code seconds}. */
  @Override
  public double rate(double seconds) {
    double second = Math.floor(seconds);
    return countBefore(second + 1) - countBefore(second);
  }

  /** The most arrivals within any second that begins with one. */
  @Override
  public double peak() {
    int most = 0;
    int end = 0;
    for (int begin = 0; begin < instants.length; begin++) {
      while (end < instants.length && instants[end] - instants[begin] < 1) {
        end++;
      }
      most = Math.max(most, end - begin);
    }
    return most;
  }

  @Override
  public double integral(double seconds) {
    return countBefore(Math.nextUp(seconds));
  }

  @Override
  public double inverse(double arrivals) {
    if (arrivals <= 0) {
      return 0;
    }
    int reached = (int) Math.min(Math.ceil(arrivals), instants.length);
    return instants[reached - 1];
  }

  /**
   * A constant rate for each second: the counts are right, the instants within a second are not.
   */
  @Override
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (int second = 0; second < durationSeconds; second++) {
      double length = Math.min(1, durationSeconds - second);
      double rate = rate(second) / length;
      lines.add(new Line(rate, rate, length));
    }
    return lines;
  }

  private int countBefore(double seconds) {
    int low = 0;
    int high = instants.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (instants[middle] < seconds) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
