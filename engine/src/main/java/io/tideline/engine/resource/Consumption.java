package io.tideline.engine.resource;

import org.jspecify.annotations.Nullable;

/**
 * One resource over an interval.
 *
 * @param source where it comes from
 * @param name of the resource, unique within its source
 * @param unit of mean, max and limit
 * @param mean how much was in use on average
 * @param max the most of it
 * @param limit how much there was, on average; null when nothing tells
 * @param waiting how many waited for it, on average; null when nothing tells
 * @param readings how many the figures are made of
 */
public record Consumption(
    String source,
    String name,
    Unit unit,
    double mean,
    double max,
    @Nullable Double limit,
    @Nullable Double waiting,
    int readings) {

  /** How much of what there was was in use on average, 0 to 1; NaN when nothing tells. */
  public double share() {
    return limit == null || !(limit > 0) ? Double.NaN : mean / limit;
  }
}
