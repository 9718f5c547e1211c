package io.tideline.reports.bottleneck;

import io.tideline.engine.resource.Unit;
import io.tideline.reports.stats.ResourceRow;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A resource that moved with response times in a phase, which makes it no cause of them.
 *
 * @param fast mean of it in the third of the blocks with the shortest times
 * @param slow mean of it in the third with the longest
 * @param correlation with response times
 */
public record Mover(
    String source, String name, Unit unit, double fast, double slow, Correlated correlation) {

  static Optional<Mover> of(ResourceRow row, Blocks blocks) {
    double[] used = blocks.means(row);
    double[] times = blocks.times();
    Correlated correlated = Correlated.of(used, times);
    if (!correlated.holds()) {
      return Optional.empty();
    }
    int[] byTime =
        IntStream.range(0, times.length)
            .filter(i -> !Double.isNaN(times[i]) && !Double.isNaN(used[i]))
            .boxed()
            .sorted((i, j) -> Double.compare(times[i], times[j]))
            .mapToInt(i -> i)
            .toArray();
    int third = Math.max(1, byTime.length / 3);
    return Optional.of(
        new Mover(
            row.source(),
            row.name(),
            row.unit(),
            IntStream.range(0, third).mapToDouble(i -> used[byTime[i]]).average().orElse(0),
            IntStream.range(byTime.length - third, byTime.length)
                .mapToDouble(i -> used[byTime[i]])
                .average()
                .orElse(0),
            correlated));
  }

  /** Rank correlation with response times, -1 to 1. */
  public double rho() {
    return correlation.rho();
  }

  /** How many blocks it is made of. */
  public int blocks() {
    return correlation.blocks();
  }

  /** How many independent blocks these are worth. */
  public double effective() {
    return correlation.effective();
  }

  /** How strong it is, in a word. */
  public String strength() {
    return correlation.strength();
  }
}
