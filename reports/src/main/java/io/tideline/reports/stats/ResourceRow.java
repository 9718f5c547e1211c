package io.tideline.reports.stats;

import io.tideline.engine.resource.Unit;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource of the target over time.
 *
 * @param source where it comes from
 * @param name of the resource, unique within its source
 * @param unit of all figures but {@code waiting}
 * @param mean how much was in use on average, the warm-up left out; null when nothing tells
 * @param max the most of it; null when nothing tells
 * @param limit how much there is, as was told last; null when nothing tells
 * @param means on average in each interval; null in a gap
 * @param minima the least in each interval; null in a gap
 * @param waiting how many waited for it, on average in each interval; null in a gap; empty when
 *     nobody ever tells
 */
public record ResourceRow(
    String source,
    String name,
    Unit unit,
    @Nullable Double mean,
    @Nullable Double max,
    @Nullable Double limit,
    List<@Nullable Double> means,
    List<@Nullable Double> minima,
    List<@Nullable Double> waiting) {

  public ResourceRow {
    means = Collections.unmodifiableList(means);
    minima = Collections.unmodifiableList(minima);
    waiting = Collections.unmodifiableList(waiting);
  }
}
