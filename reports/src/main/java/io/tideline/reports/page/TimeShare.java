package io.tideline.reports.page;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Sample;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of the time that users wait for answers is spent in one request.
 *
 * @param share of the response times of all successful requests together
 * @param millis its part of the average response time: its times added up, over the number of all
 *     successful requests
 * @param earlier the same in earlier runs, on average; null without any
 */
record TimeShare(Scope scope, double share, double millis, @Nullable Double earlier) {

  /** All requests, the one that takes most of the time first. */
  static List<TimeShare> of(Run run, List<Run> earlier) {
    double all = total(run, Scope.EVERYTHING);
    return RequestScopes.of(run).stream()
        .map(
            scope ->
                new TimeShare(
                    scope,
                    all > 0 ? total(run, scope) / all : 0,
                    millis(run, scope),
                    earlier.isEmpty()
                        ? null
                        : (Double)
                            earlier.stream()
                                .mapToDouble(each -> millis(each, scope))
                                .average()
                                .orElse(0)))
        .sorted(Comparator.comparingDouble(TimeShare::share).reversed())
        .toList();
  }

  /** By how much it makes the average response time longer than before; null without a before. */
  @Nullable Double added() {
    return earlier == null ? null : (Double) (millis - earlier);
  }

  private static double millis(Run run, Scope scope) {
    long requests = run.pool(Scope.EVERYTHING).ok();
    return requests == 0 ? 0 : total(run, scope) / requests;
  }

  private static double total(Run run, Scope scope) {
    Sample sample = run.pool(scope);
    return sample.ok() * sample.okLatencies().mean();
  }
}
