package io.tideline.reports.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The time lines of several runs laid over each other; their intervals are as long as the longest.
 */
final class MergedTimeLine {
  private final List<TimeLine> lines;
  private final int seconds;
  private final int intervals;
  private final TimeCounts sum = new TimeCounts();

  private MergedTimeLine(List<TimeLine> lines) {
    this.lines = lines;
    this.seconds = lines.stream().mapToInt(TimeLine::intervalSeconds).max().orElse(1);
    this.intervals =
        lines.stream()
            .mapToInt(line -> ceilDiv(line.moments().size(), factor(line)))
            .max()
            .orElse(0);
  }

  static TimeLine of(List<TimeLine> lines) {
    MergedTimeLine merged = new MergedTimeLine(lines);
    return new TimeLine(merged.seconds, merged.moments(), merged.requests());
  }

  private int factor(TimeLine line) {
    return seconds / line.intervalSeconds();
  }

  private static int ceilDiv(int number, int divisor) {
    return (number + divisor - 1) / divisor;
  }

  private List<Moment> moments() {
    List<Moment> moments = new ArrayList<>();
    long active = 0;
    for (int i = 0; i < intervals; i++) {
      List<Moment> parts = new ArrayList<>();
      for (TimeLine line : lines) {
        parts.addAll(part(line, line.moments(), i));
      }
      Moment sum = sum(i, active, parts);
      active = sum.active();
      moments.add(sum);
    }
    return moments;
  }

  private Moment sum(int interval, long activeBefore, List<Moment> parts) {
    long came = parts.stream().mapToLong(Moment::usersStarted).sum();
    long left = parts.stream().mapToLong(Moment::usersEnded).sum();
    return new Moment(
        (double) interval * seconds,
        came,
        left,
        activeBefore + came - left,
        MergedRows.sum(parts.stream().<@Nullable Long>map(Moment::due).toList()),
        MergedRows.sum(parts.stream().<@Nullable Long>map(Moment::started).toList()));
  }

  /** What of one time line falls into an interval of the merged one. */
  private <T> List<T> part(TimeLine line, List<T> values, int interval) {
    int from = Math.min(values.size(), interval * factor(line));
    int to = Math.min(values.size(), from + factor(line));
    return values.subList(from, to);
  }

  private List<RequestTimes> requests() {
    Map<RequestKey, List<TimeCell>> cells = new LinkedHashMap<>();
    for (TimeLine line : lines) {
      for (RequestTimes each : line.requests()) {
        List<TimeCell> sums =
            cells.computeIfAbsent(new RequestKey(each.journey(), each.name()), key -> emptyCells());
        for (int i = 0; i < intervals; i++) {
          sums.set(i, sum(sums.get(i), part(line, each.cells(), i)));
        }
      }
    }
    List<RequestTimes> requests = new ArrayList<>();
    cells.forEach((key, sums) -> requests.add(new RequestTimes(key.journey(), key.name(), sums)));
    return requests;
  }

  private List<TimeCell> emptyCells() {
    return new ArrayList<>(Collections.nCopies(intervals, TimeCell.EMPTY));
  }

  private TimeCell sum(TimeCell before, List<TimeCell> cells) {
    long ko = before.ko();
    sum.add(before.times());
    for (TimeCell cell : cells) {
      ko += cell.ko();
      sum.add(cell.times());
    }
    return TimeCell.of(ko, sum.pack());
  }
}
