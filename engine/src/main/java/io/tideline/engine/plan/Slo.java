package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A service level objective: one limit on one metric of one scope. It is judged at the end of a
 * run, and may stop the run before that.
 *
 * @param scope which requests count
 * @param metric what is measured of them
 * @param limit largest value that holds: milliseconds, or for {@link Metric#ERRORS} a share of 0 to
 *     1
 * @param abort for how long it must be broken to stop the run, or null if it never does
 */
public record Slo(
    Scope scope,
    Metric metric,
    double limit,
    @JsonProperty("abortSeconds") @Nullable Duration abort) {
  private static final long LEAST = 10;
  private static final double ROUNDING = 1e-6;

  /** Checked for what cannot be. */
  @JsonCreator
  public Slo {
    if (!(limit >= 0 && limit <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(metric + " at most " + limit + ": no limit");
    }
    if (abort != null && abort.toSeconds() < 1) {
      throw new IllegalArgumentException("abort after " + abort + ": a second at least");
    }
  }

  /** An SLO that is judged at the end and stops nothing. */
  public Slo(Scope scope, Metric metric, double limit) {
    this(scope, metric, limit, null);
  }

  /**
   * The fewest values from which it can be said to hold. Of fewer requests than {@code 1 / limit} a
   * target that breaks a limit on errors shows no failure as a rule, so that none proves nothing;
   * and fewer than {@value #LEAST} requests prove nothing.
   */
  public long leastValues() {
    return switch (metric) {
      case ERRORS -> limit > 0 ? Math.max(LEAST, (long) Math.ceil(1 / limit - ROUNDING)) : LEAST;
      default -> Math.max(LEAST, metric.leastValues());
    };
  }

  /** What an SLO can limit. Latencies are those of successful requests. */
  public enum Metric {
    P50("p50", 0.50),
    P75("p75", 0.75),
    P90("p90", 0.90),
    P95("p95", 0.95),
    P99("p99", 0.99),
    P999("p999", 0.999),
    MEAN("mean", Double.NaN),
    MAX("max", 1),
    ERRORS("errors", Double.NaN);

    private static final double TAIL = 0.025;

    private final String key;
    private final double quantile;

    Metric(String key, double quantile) {
      this.key = key;
      this.quantile = quantile;
    }

    /** The name in the plan file and in results. */
    @JsonValue
    public String key() {
      return key;
    }

    /**
     * The fewest values from which the metric can be told; 1 for what is no percentile.
     *
     * <p>Of {@code n} independent values none lies above the true quantile {@code q} with a
     * probability of {@code q^n}; a 95 % interval with both ends needs that to be at most 2.5 %, so
     * {@code n >= ln(0.025) / ln(q)}: 72 for p95, 368 for p99, 3688 for p99.9 (David and Nagaraja,
     * "Order statistics", 2003, section 7.1).
     */
    public long leastValues() {
      boolean percentile = quantile > 0 && quantile < 1;
      return percentile ? (long) Math.ceil(Math.log(TAIL) / Math.log(quantile)) : 1;
    }

    /** The quantile that a percentile stands for, as a share; NaN for what is none. */
    public double quantile() {
      return quantile;
    }
  }
}
