package io.tideline.reports.stats;

import io.tideline.engine.plan.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run over time, in equal intervals: a second each, more in a long run. A request belongs to the
 * interval in which it ended.
 *
 * @param intervalSeconds length of an interval; one of 1, 5, 15, 60, 300, 900, 3600
 * @param moments one for each interval, from the run's first instant on
 * @param requests one for each request name; past a bound on their number pooled in one
 */
public record TimeLine(int intervalSeconds, List<Moment> moments, List<RequestTimes> requests) {
  /** Of a run that is not known over time. */
  public static final TimeLine NONE = new TimeLine(1, List.of(), List.of());

  public TimeLine {
    moments = List.copyOf(moments);
    requests = List.copyOf(requests);
  }

  /**
   * Times of the successful requests of {@code scope}, whatever its phase, that ended in the
   * intervals from {@code from} to before {@code to}.
   */
  public Latencies latencies(Scope scope, int from, int to) {
    TimeCounts pooled = new TimeCounts();
    addTo(pooled, scope, from, to);
    return Latencies.of(pooled);
  }

  /** Adds the same times to {@code pooled}. */
  private void addTo(TimeCounts pooled, Scope scope, int from, int to) {
    for (RequestTimes each : requests) {
      if (has(scope, each)) {
        for (TimeCell cell : each.within(from, to)) {
          pooled.add(cell.times());
        }
      }
    }
  }

  /** The same times, of each of these intervals. */
  List<PackedTimes> times(Scope scope, int from, int to) {
    List<RequestTimes> scoped = requests.stream().filter(each -> has(scope, each)).toList();
    List<PackedTimes> times = new ArrayList<>();
    TimeCounts pooled = new TimeCounts();
    for (int i = from; i < to; i++) {
      List<PackedTimes> parts = new ArrayList<>();
      for (RequestTimes each : scoped) {
        each.within(i, i + 1).forEach(cell -> parts.add(cell.times()));
      }
      parts.removeIf(PackedTimes::isEmpty);
      if (parts.size() > 1) {
        parts.forEach(pooled::add);
      }
      times.add(
          parts.isEmpty() ? PackedTimes.NONE : parts.size() == 1 ? parts.get(0) : pooled.pack());
    }
    return times;
  }

  /** How many requests of {@code scope} failed in the same intervals. */
  public long failures(Scope scope, int from, int to) {
    return requests.stream()
        .filter(each -> has(scope, each))
        .flatMap(each -> each.within(from, to).stream())
        .mapToLong(TimeCell::ko)
        .sum();
  }

  /** Index of the first interval that begins at {@code seconds} or later; the end if none does. */
  public int from(double seconds) {
    int index = (int) Math.ceil(seconds / intervalSeconds);
    return Math.max(0, Math.min(moments.size(), index));
  }

  private static boolean has(Scope scope, RequestTimes requests) {
    return fits(scope.journey(), requests.journey()) && fits(scope.request(), requests.name());
  }

  private static boolean fits(@Nullable String wanted, String name) {
    return wanted == null || wanted.equals(name);
  }
}
