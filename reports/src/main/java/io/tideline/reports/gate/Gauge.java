package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.band.Direction;
import io.tideline.reports.band.Measure;
import org.jspecify.annotations.Nullable;

/**
 * One figure that runs are compared by.
 *
 * @param scope whose figure it is
 * @param figure what is measured
 * @param key whether it is one of the few that are screened each by itself
 */
record Gauge(Scope scope, Figure figure, boolean key) {

  /** What can be measured of a scope. */
  enum Figure {
    P50("p50", "ms", Direction.RISING),
    P95("p95", "ms", Direction.RISING),
    P99("p99", "ms", Direction.RISING),
    MEAN("mean", "ms", Direction.RISING),
    THROUGHPUT("throughput", "requests/s", Direction.FALLING),
    ERRORS("errors", "share", Direction.RISING),
    LIMIT("limit", "users/s", Direction.FALLING);

    private final String key;
    private final String unit;
    private final Direction worse;

    Figure(String key, String unit, Direction worse) {
      this.key = key;
      this.unit = unit;
      this.worse = worse;
    }

    String key() {
      return key;
    }

    String unit() {
      return unit;
    }

    /** For example {@code 12.3 ms}. */
    String text(double value) {
      return switch (this) {
        case THROUGHPUT, LIMIT -> Figures.rate(value) + " " + unit;
        case ERRORS -> Figures.share(value);
        default -> Figures.millis(value);
      };
    }
  }

  /** Names the figure; the same in every run of a plan. */
  String id() {
    return "regression/" + any(scope.journey()) + "/" + any(scope.request()) + "/" + figure.key();
  }

  Measure measure() {
    return new Measure(figure.worse, figure == Figure.P99, !key);
  }

  private static String any(@Nullable String name) {
    return name == null ? "*" : name;
  }
}
