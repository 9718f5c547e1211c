package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Gauge.Figure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What runs are compared by. Five key figures of all requests together, each screened by itself;
 * and, screened together so that all of them count as one more, the median of all requests, and
 * median and 95th percentile of each journey and each request. Of a run that searched for the
 * breaking point, which is a load and not a time, it is the limit alone.
 */
final class Gauges {
  private static final List<Figure> KEY =
      List.of(Figure.MEAN, Figure.P95, Figure.P99, Figure.THROUGHPUT, Figure.ERRORS);

  private Gauges() {}

  static List<Gauge> of(MeasuredRun measured) {
    if (measured.run().capacity() != null) {
      return List.of(new Gauge(Scope.EVERYTHING, Figure.LIMIT, true));
    }
    List<Gauge> gauges = new ArrayList<>();
    KEY.forEach(figure -> gauges.add(new Gauge(Scope.EVERYTHING, figure, true)));
    gauges.add(new Gauge(Scope.EVERYTHING, Figure.P50, false));
    Set<Scope> requests = measured.requests();
    for (Scope scope : withJourneys(requests)) {
      gauges.add(new Gauge(scope, Figure.P50, false));
      gauges.add(new Gauge(scope, Figure.P95, false));
    }
    return gauges;
  }

  /** Each journey before its requests; a journey of one request is that request. */
  private static Set<Scope> withJourneys(Set<Scope> requests) {
    Set<Scope> scopes = new LinkedHashSet<>();
    for (Scope request : requests) {
      long siblings =
          requests.stream()
              .filter(other -> Objects.equals(other.journey(), request.journey()))
              .count();
      if (siblings > 1 && siblings < requests.size()) {
        scopes.add(new Scope(request.journey(), null, null));
      }
      scopes.add(request);
    }
    return scopes;
  }
}
