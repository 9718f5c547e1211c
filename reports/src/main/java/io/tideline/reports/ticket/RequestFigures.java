package io.tideline.reports.ticket;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.RequestRow;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One latency metric of several parts of a scope: its requests, or its phases. Parts with fewer
 * values than the metric needs are left out.
 */
record RequestFigures(Metric metric, List<Part> parts) {

  /** A part with its figure in milliseconds, and its requests per second. */
  record Part(String name, double millis, double perSecond, Sample sample) {
    String sentence(Metric metric) {
      return String.format(
          Locale.ROOT,
          "%s: %s %s, %s, %s errors, %.1f per second",
          name,
          metric.key(),
          Figures.millis(millis),
          Figures.count(sample.requests(), "request"),
          Figures.share(sample.errorShare()),
          perSecond);
    }
  }

  /** The requests of {@code scope}, the slowest first. */
  static RequestFigures byRequest(Run run, Scope scope, Metric metric) {
    List<Scope> scopes =
        run.requests().stream()
            .filter(row -> scope.journey() == null || scope.journey().equals(row.journey()))
            .filter(row -> scope.request() == null || scope.request().equals(row.name()))
            .map(row -> new Scope(row.journey(), row.name(), scope.phase()))
            .distinct()
            .toList();
    List<Part> parts =
        new ArrayList<>(scopes.stream().flatMap(one -> part(run, one, name(one), metric)).toList());
    parts.sort(Comparator.comparingDouble(Part::millis).reversed().thenComparing(Part::name));
    return new RequestFigures(metric, parts);
  }

  /** The phases of {@code scope} outside the warm-up, in order; none when it names one. */
  static RequestFigures byPhase(Run run, Scope scope, Metric metric) {
    List<Part> parts =
        run.phases().stream()
            .filter(phase -> scope.phase() == null && !phase.warmUp())
            .map(PhaseRow::name)
            .map(phase -> new Scope(scope.journey(), scope.request(), phase))
            .flatMap(one -> part(run, one, Objects.toString(one.phase()), metric))
            .toList();
    return new RequestFigures(metric, parts);
  }

  private static String name(Scope scope) {
    String request = Objects.toString(scope.request());
    String journey = scope.journey();
    return journey == null || journey.isEmpty() ? request : journey + " / " + request;
  }

  private static Stream<Part> part(Run run, Scope scope, String name, Metric metric) {
    Sample sample = run.pool(scope);
    if (sample.ok() < metric.leastValues()) {
      return Stream.empty();
    }
    double seconds = run.seconds(scope);
    double perSecond = seconds > 0 ? sample.requests() / seconds : 0;
    return Stream.of(new Part(name, of(metric, sample.intendedLatencies()), perSecond, sample));
  }

  /** The metric of some latencies, in milliseconds. */
  static double of(Metric metric, Latencies latencies) {
    return metric == Metric.MEAN ? latencies.mean() : latencies.at(metric.quantile());
  }

  /** Those above {@code limit}. */
  List<Part> above(double limit) {
    return parts.stream().filter(part -> part.millis() > limit).toList();
  }

  List<String> sentences(int most) {
    return parts.stream().limit(most).map(part -> part.sentence(metric)).toList();
  }

  /** Whether rows of requests can be told apart at all. */
  static boolean isOneRequest(Run run, Scope scope) {
    return run.requests().stream()
            .filter(row -> scope.journey() == null || scope.journey().equals(row.journey()))
            .filter(row -> scope.request() == null || scope.request().equals(row.name()))
            .map(RequestRow::name)
            .distinct()
            .count()
        == 1;
  }
}
