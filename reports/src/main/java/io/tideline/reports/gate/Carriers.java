package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Gauge.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Which requests carry a change of a figure of several of them. A mean is the sum of what each
 * request adds to it; so is the share of times above the percentile that was expected, and the
 * share of failures. So each request's part of the change is a figure, and all parts add up to it.
 *
 * <p>A large part proves nothing by itself: a third of the traffic has a third of a rise that
 * strikes everything. So a request carries the change only if the odds of its part are at least
 * twice those of what it would have had anyway, which is the larger of its part of the traffic and
 * its part of the change had every request become slower by one factor.
 */
final class Carriers {
  private static final double LEAST_SHARE = 0.2;
  private static final double MARKED_ODDS = 2;
  private static final int MOST = 3;

  /** Below this share of the traffic and of the time a request says little about the whole. */
  private static final double SIZABLE = 0.05;

  /** How far factors may differ and still be similar: a part of the change, and a little. */
  private static final double SIMILAR = 0.25;

  private static final double NOISE = 0.03;
  private static final double LIKE_TRAFFIC = 0.1;

  private final Gauge gauge;
  private final double expected;

  /**
   * @param gauge the figure that changed
   * @param expected what it came to in earlier runs
   */
  Carriers(Gauge gauge, double expected) {
    this.gauge = gauge;
    this.expected = expected;
  }

  /**
   * A request's part.
   *
   * @param rise in the change, 0 to 1
   * @param traffic in the requests
   * @param even in the change, had all become slower by one factor
   * @param factor by how much it became slower itself
   */
  private record Part(Scope scope, double rise, double traffic, double even, double factor) {

    boolean carries() {
      double anyway = Math.max(traffic, even);
      return rise >= LEAST_SHARE && rise * (1 - anyway) >= MARKED_ODDS * anyway * (1 - rise);
    }

    boolean isSizable() {
      return traffic >= SIZABLE || even >= SIZABLE;
    }
  }

  /** For a sentence: {@code ; carried by Search memories / Search (92 %)}, or nothing. */
  String said(MeasuredRun run, List<MeasuredRun> earlier) {
    boolean several = gauge.scope().request() == null && gauge.figure() != Figure.LIMIT;
    if (!several || gauge.figure() == Figure.THROUGHPUT || earlier.isEmpty()) {
      return "";
    }
    List<Scope> requests = new ArrayList<>();
    for (Scope request : run.requests()) {
      if (gauge.scope().journey() == null || gauge.scope().journey().equals(request.journey())) {
        requests.add(request);
      }
    }
    return requests.size() < 2 ? "" : said(parts(requests, run, earlier), run);
  }

  private String said(List<Part> parts, MeasuredRun run) {
    String carriers =
        parts.stream()
            .filter(Part::carries)
            .sorted(Comparator.comparingDouble(Part::rise).reversed())
            .limit(MOST)
            .map(part -> ScopeName.of(part.scope()) + " (" + percent(part.rise()) + ")")
            .collect(Collectors.joining(", "));
    if (!carriers.isEmpty()) {
      return "; carried by " + carriers;
    }
    List<Part> sizable = parts.stream().filter(Part::isSizable).toList();
    if (sizable.size() > 1 && isOneFactor(sizable, run)) {
      return String.format(
          Locale.ROOT,
          "; evenly: all requests are slower by a similar factor (%.2f to %.2f)",
          sizable.stream().mapToDouble(Part::factor).min().orElse(1),
          sizable.stream().mapToDouble(Part::factor).max().orElse(1));
    }
    boolean likeTraffic =
        sizable.size() > 1
            && sizable.stream().allMatch(p -> Math.abs(p.rise() - p.traffic()) <= LIKE_TRAFFIC);
    return likeTraffic
        ? "; evenly: each request's part of it is like its part of all requests"
        : "";
  }

  /** Whether each request became slower by about what the whole did. */
  private boolean isOneFactor(List<Part> parts, MeasuredRun run) {
    if (gauge.figure() == Figure.ERRORS || !(expected > 0)) {
      return false;
    }
    double whole = Math.log(now(run) / expected);
    return whole > 0
        && parts.stream()
            .allMatch(p -> Math.abs(Math.log(p.factor()) - whole) <= NOISE + SIMILAR * whole);
  }

  private double now(MeasuredRun run) {
    Double value = gauge.figure() == Figure.ERRORS ? null : run.value(gauge);
    return value == null ? expected : value;
  }

  private List<Part> parts(List<Scope> requests, MeasuredRun run, List<MeasuredRun> earlier) {
    double factor = Math.max(1, now(run) / expected);
    double[] rises = new double[requests.size()];
    double[] even = new double[requests.size()];
    for (int i = 0; i < rises.length; i++) {
      Scope request = requests.get(i);
      double before = mean(earlier, each -> part(request, each, 1));
      rises[i] = Math.max(0, part(request, run, 1) - before);
      even[i] = Math.max(0, mean(earlier, each -> part(request, each, factor)) - before);
    }
    double rise = sum(rises);
    double evenly = sum(even);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < rises.length; i++) {
      Scope request = requests.get(i);
      double traffic = run.pool(request).requests() / (double) whole(run);
      parts.add(
          new Part(
              request,
              rise > 0 ? rises[i] / rise : 0,
              traffic,
              gauge.figure() == Figure.ERRORS ? traffic : evenly > 0 ? even[i] / evenly : 0,
              slower(request, run, earlier)));
    }
    return parts;
  }

  /**
   * What {@code request} adds to the figure of the gauge's scope, had each of its times been {@code
   * factor} times as long.
   */
  private double part(Scope request, MeasuredRun run, double factor) {
    Distribution times = run.times(request);
    double all = Math.max(1, run.times(gauge.scope()).count());
    return switch (gauge.figure()) {
      case MEAN -> times.count() == 0 ? 0 : factor * times.mean() * times.count() / all;
      case ERRORS -> run.pool(request).ko() / (double) whole(run);
      default -> times.above(expected / factor) / all;
    };
  }

  private long whole(MeasuredRun run) {
    return Math.max(1, run.pool(gauge.scope()).requests());
  }

  private static double slower(Scope request, MeasuredRun run, List<MeasuredRun> earlier) {
    List<MeasuredRun> known =
        earlier.stream().filter(each -> each.times(request).count() > 0).toList();
    boolean both = !known.isEmpty() && run.times(request).count() > 0;
    double before = mean(known, each -> each.times(request).mean());
    return both ? run.times(request).mean() / before : 1;
  }

  private static double mean(List<MeasuredRun> runs, ToDoubleFunction<MeasuredRun> value) {
    return runs.stream().mapToDouble(value).average().orElse(0);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }
}
