package io.tideline.reports.bottleneck;

import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.ResourceRow;
import io.tideline.reports.stats.Resources;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of the target's resources in one phase, as far as its metrics tell.
 *
 * @param phase its name
 * @param blocks into how many parts it was cut
 * @param metric which response time was looked at
 * @param saturated resources at their limit, the first one first
 * @param moved resources that moved with response times, the strongest first
 * @param withLoad rank correlation of response times with the rate of requests; null unless it is
 *     more than chance
 */
public record PhaseBottleneck(
    String phase,
    int blocks,
    String metric,
    List<Saturated> saturated,
    List<Mover> moved,
    @Nullable Double withLoad) {

  public PhaseBottleneck {
    saturated = List.copyOf(saturated);
    moved = List.copyOf(moved);
  }

  /** One for each phase outside the warm-up; none of a run without resources or of a search. */
  public static List<PhaseBottleneck> of(Run run) {
    Resources resources = run.resources();
    if (resources == null || run.capacity() != null || run.timeLine().moments().isEmpty()) {
      return List.of();
    }
    List<PhaseBottleneck> all = new ArrayList<>();
    for (PhaseRow phase : run.phases()) {
      if (!phase.warmUp() && phase.durationSeconds() > 0) {
        all.add(of(Blocks.of(run, resources, phase), resources, phase.name()));
      }
    }
    return all;
  }

  /** That of one phase; empty when there is none. */
  public static Optional<PhaseBottleneck> of(Run run, String phase) {
    return of(run).stream().filter(each -> each.phase().equals(phase)).findFirst();
  }

  private static PhaseBottleneck of(Blocks blocks, Resources resources, String phase) {
    List<Saturated> saturated = new ArrayList<>();
    List<Mover> moved = new ArrayList<>();
    for (ResourceRow row : resources.rows()) {
      Saturated.of(row, blocks).ifPresent(saturated::add);
      Mover.of(row, blocks).ifPresent(moved::add);
    }
    saturated.sort(
        Comparator.comparingDouble(Saturated::fromSeconds)
            .thenComparing(Comparator.comparingDouble(Saturated::part).reversed())
            .thenComparing(Comparator.comparingDouble(Saturated::share).reversed()));
    moved.sort(Comparator.comparingDouble((Mover mover) -> Math.abs(mover.rho())).reversed());
    Correlated load = Correlated.of(blocks.loads(), blocks.times());
    return new PhaseBottleneck(
        phase,
        blocks.count(),
        blocks.metric().key(),
        saturated,
        moved,
        load.holds() ? (Double) load.rho() : null);
  }

  /** All of it in words. */
  public String sentence() {
    return new Words(this).sentence();
  }
}
