package io.tideline.engine.benchmark;

import java.util.Arrays;

/** Arrivals by tenths of a second, as a share of those intended. */
record Windows(double least, double most, double deviation) {
  private static final long LENGTH_NANOS = 100_000_000;

  static Windows of(Errors errors) {
    long end = errors.due()[errors.due().length - 1];
    int windows = (int) (end / LENGTH_NANOS) + 1;
    long[] intended = new long[windows];
    long[] came = new long[windows];
    Arrays.stream(errors.due()).forEach(due -> intended[(int) (due / LENGTH_NANOS)]++);
    for (long seen : errors.seen()) {
      if (seen >= 0 && seen < windows * LENGTH_NANOS) {
        came[(int) (seen / LENGTH_NANOS)]++;
      }
    }
    double[] shares = new double[windows];
    Arrays.setAll(shares, i -> (double) came[i] / Math.max(1, intended[i]));
    double mean = Arrays.stream(shares).average().orElse(0);
    double squares = Arrays.stream(shares).map(share -> (share - mean) * (share - mean)).sum();
    return new Windows(
        Arrays.stream(shares).min().orElse(0),
        Arrays.stream(shares).max().orElse(0),
        Math.sqrt(squares / windows));
  }
}
