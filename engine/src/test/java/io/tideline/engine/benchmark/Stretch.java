package io.tideline.engine.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A constant rate for a time; several after one another are a load.
 *
 * @param rate users per second
 * @param seconds how long
 */
record Stretch(int rate, int seconds) {

  int users() {
    return rate * seconds;
  }

  /** Reads {@code 200x3,2000x3}. */
  static List<Stretch> parse(String load) {
    return Arrays.stream(load.split(","))
        .map(part -> part.split("x"))
        .map(part -> new Stretch(Integer.parseInt(part[0]), Integer.parseInt(part[1])))
        .toList();
  }

  static String format(List<Stretch> load) {
    return load.stream().map(Stretch::toString).collect(Collectors.joining(","));
  }

  @Override
  public String toString() {
    return rate + "x" + seconds;
  }
}
