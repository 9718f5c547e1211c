package io.tideline.reports.preview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The marks of an axis from 0: few, evenly spaced, at round values.
 *
 * @param step distance from one to the next
 * @param count how many there are besides the one at 0
 */
record Ticks(double step, int count) {
  private static final int MOST_VALUES = 6;
  private static final int MOST_TIMES = 9;
  private static final double TEN = 10;
  private static final double SLACK = 1e-9;
  private static final List<Double> ROUND = List.of(1.0, 2.0, 5.0, TEN);
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;
  private static final List<Integer> SECONDS =
      List.of(
          1,
          2,
          5,
          10,
          15,
          30,
          MINUTE,
          2 * MINUTE,
          5 * MINUTE,
          10 * MINUTE,
          15 * MINUTE,
          30 * MINUTE,
          HOUR,
          2 * HOUR,
          3 * HOUR,
          4 * HOUR,
          6 * HOUR,
          12 * HOUR,
          DAY);

  /** Marks on an axis of values, the last at or above {@code highest}, at most six. */
  static Ticks ofValues(double highest) {
    if (!(highest > 0)) {
      return new Ticks(1, 1);
    }
    double magnitude = Math.pow(TEN, Math.floor(Math.log10(highest / MOST_VALUES)));
    for (double round : ROUND) {
      Ticks ticks = upTo(highest, round * magnitude);
      if (ticks.count <= MOST_VALUES) {
        return ticks;
      }
    }
    return upTo(highest, TEN * TEN * magnitude);
  }

  /** Marks on an axis of time, the last at or before its end, at most nine. */
  static Ticks ofTime(double seconds) {
    for (int step : SECONDS) {
      if (seconds / step <= MOST_TIMES) {
        return within(seconds, step);
      }
    }
    return within(seconds, DAY * Math.ceil(seconds / DAY / MOST_TIMES));
  }

  private static Ticks upTo(double highest, double step) {
    return new Ticks(step, (int) Math.ceil(highest / step - SLACK));
  }

  private static Ticks within(double seconds, double step) {
    return new Ticks(step, (int) Math.floor(seconds / step + SLACK));
  }

  /** The value of the last one. */
  double last() {
    return step * count;
  }

  /** The values of all but the one at 0. */
  List<Double> values() {
    List<Double> values = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      values.add(step * i);
    }
    return values;
  }

  /** A time on an axis, in the largest unit that leaves every mark whole. */
  String time(double seconds) {
    if (step % HOUR == 0) {
      return Amounts.number(Math.round(seconds / HOUR)) + " h";
    }
    return step % MINUTE == 0
        ? Amounts.number(Math.round(seconds / MINUTE)) + " min"
        : Amounts.duration(Duration.ofMillis(Math.round(seconds * 1000)));
  }
}
