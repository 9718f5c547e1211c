package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Gauge.Figure;
import io.tideline.reports.stats.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which requests carry a change of a figure of several of them. A mean is the sum of what each
 * request adds to it; so is the share of times above the percentile that was expected, and the
 * share of failures. So each request's part of the change is a figure, and all parts add up to it.
 */
final class Carriers {
  private static final double LEAST_SHARE = 0.2;
  private static final int MOST = 3;

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

  private record Part(Scope scope, double change) {}

  /** For a sentence: {@code ; carried by Search memories / Search (92 %)}, or nothing. */
  String said(MeasuredRun run, List<MeasuredRun> earlier) {
    boolean parts = gauge.scope().request() == null && gauge.figure() != Figure.LIMIT;
    if (!parts || gauge.figure() == Figure.THROUGHPUT || earlier.isEmpty()) {
      return "";
    }
    List<Part> changes = new ArrayList<>();
    for (Scope request : run.requests()) {
      if (gauge.scope().journey() == null || gauge.scope().journey().equals(request.journey())) {
        changes.add(new Part(request, change(request, run, earlier)));
      }
    }
    double total = changes.stream().mapToDouble(Part::change).filter(part -> part > 0).sum();
    String carriers =
        changes.stream()
            .filter(part -> total > 0 && part.change() >= LEAST_SHARE * total)
            .sorted(Comparator.comparingDouble(Part::change).reversed())
            .limit(MOST)
            .map(part -> ScopeName.of(part.scope()) + " (" + percent(part.change() / total) + ")")
            .collect(Collectors.joining(", "));
    return carriers.isEmpty() ? "" : "; carried by " + carriers;
  }

  private double change(Scope request, MeasuredRun run, List<MeasuredRun> earlier) {
    double before = earlier.stream().mapToDouble(each -> part(request, each)).average().orElse(0);
    return part(request, run) - before;
  }

  /** What {@code request} adds to the figure of the gauge's scope. */
  private double part(Scope request, MeasuredRun run) {
    Sample whole = run.pool(gauge.scope());
    Distribution times = run.times(request);
    double all = Math.max(1, run.times(gauge.scope()).count());
    return switch (gauge.figure()) {
      case MEAN -> times.count() == 0 ? 0 : times.mean() * times.count() / all;
      case ERRORS -> run.pool(request).ko() / (double) Math.max(1, whole.requests());
      default -> times.above(expected) / all;
    };
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }
}
