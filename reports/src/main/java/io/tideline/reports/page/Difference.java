package io.tideline.reports.page;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.stats.Run;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One scope in two runs. Latencies count from the intended start.
 *
 * @param scope all requests, or those of one name
 * @param latencies p50, p95 and p99
 * @param errors share of failures
 * @param rate requests per second
 */
public record Difference(Scope scope, List<Pair> latencies, Pair errors, Pair rate) {

  /** Unchangeable. */
  public Difference {
    latencies = List.copyOf(latencies);
  }

  /**
   * A figure in two runs.
   *
   * @param a null where it cannot be told
   * @param b null where it cannot be told
   */
  public record Pair(@Nullable Double a, @Nullable Double b) {
    /** b over a; null where either is not known, or nothing. */
    public @Nullable Double ratio() {
      return a == null || b == null || a <= 0 || b <= 0 ? null : (Double) (b / a);
    }

    private double size() {
      Double ratio = ratio();
      return ratio == null ? 0 : Math.abs(Math.log(ratio));
    }
  }

  /** All requests first, then each request that either run made, the most different first. */
  public static List<Difference> between(Run a, Run b) {
    Set<Scope> scopes = new LinkedHashSet<>(RequestScopes.of(a));
    scopes.addAll(RequestScopes.of(b));
    Stream<Difference> requests =
        scopes.stream()
            .map(scope -> of(scope, a, b))
            .sorted(Comparator.comparingDouble(Difference::size).reversed());
    return Stream.concat(Stream.of(of(Scope.EVERYTHING, a, b)), requests).toList();
  }

  private static Difference of(Scope scope, Run a, Run b) {
    return new Difference(
        scope,
        Changes.LATENCIES.stream().map(metric -> pair(scope, metric, a, b)).toList(),
        pair(scope, Metric.ERRORS, a, b),
        new Pair(rate(scope, a), rate(scope, b)));
  }

  private static Pair pair(Scope scope, Metric metric, Run a, Run b) {
    return new Pair(Changes.value(a.pool(scope), metric), Changes.value(b.pool(scope), metric));
  }

  private static @Nullable Double rate(Scope scope, Run run) {
    double seconds = run.seconds(scope);
    long requests = run.pool(scope).requests();
    return requests == 0 || seconds <= 0 ? null : (Double) (requests / seconds);
  }

  private double size() {
    return latencies.stream().mapToDouble(Pair::size).max().orElse(0);
  }

  /** What the scope is called. */
  public String name() {
    return RequestScopes.name(scope);
  }
}
