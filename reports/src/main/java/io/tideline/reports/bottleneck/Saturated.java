package io.tideline.reports.bottleneck;

import io.tideline.engine.resource.Unit;
import io.tideline.reports.stats.ResourceRow;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A resource that was at its limit in a phase: 90 % of it in use, or 75 % while as many waited as
 * there is room for. It counts from the first two such blocks on end, in a phase of which at least
 * a tenth is so.
 *
 * @param unit of the limit
 * @param limit how much there was
 * @param share of it that was in use at its limit, on average
 * @param waiting how many waited then, on average; null when nothing tells
 * @param fromSeconds since when, since the run's first instant
 * @param part of the phase's blocks that were so, 0 to 1
 */
public record Saturated(
    String source,
    String name,
    Unit unit,
    double limit,
    double share,
    @Nullable Double waiting,
    double fromSeconds,
    double part) {
  private static final double FULL = 0.9;
  private static final double CROWDED = 0.75;
  private static final double LEAST_PART = 0.1;

  static Optional<Saturated> of(ResourceRow row, Blocks blocks) {
    Double limit = row.limit();
    if (limit == null || !(limit > 0)) {
      return Optional.empty();
    }
    double[] used = blocks.means(row);
    double[] waiting = blocks.means(row.waiting());
    boolean[] full = new boolean[used.length];
    for (int i = 0; i < full.length; i++) {
      full[i] = used[i] >= FULL * limit || (used[i] >= CROWDED * limit && waiting[i] >= limit);
    }
    int first =
        IntStream.range(0, full.length - 1)
            .filter(i -> full[i] && full[i + 1])
            .findFirst()
            .orElse(-1);
    int[] at = IntStream.range(0, full.length).filter(i -> full[i]).toArray();
    double part = (double) at.length / Math.max(1, full.length);
    if (first < 0 || part < LEAST_PART) {
      return Optional.empty();
    }
    double waiters = IntStream.of(at).mapToDouble(i -> waiting[i]).average().orElse(Double.NaN);
    return Optional.of(
        new Saturated(
            row.source(),
            row.name(),
            row.unit(),
            limit,
            IntStream.of(at).mapToDouble(i -> used[i]).average().orElse(0) / limit,
            Double.isNaN(waiters) ? null : (Double) waiters,
            blocks.startSeconds(first),
            part));
  }
}
