package io.tideline.reports.stats;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How several generators fared: each figure is that of the one that fared worst. */
final class MergedGenerator {
  private final List<Generator> all;

  private MergedGenerator(List<Generator> all) {
    this.all = all;
  }

  /** Null if none of them has a record of it. */
  static @Nullable Generator of(List<@Nullable Generator> slices) {
    List<Generator> known =
        slices.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    return known.isEmpty() ? null : new MergedGenerator(known).worst();
  }

  private Generator worst() {
    return new Generator(
        all.stream().mapToLong(Generator::samples).sum(),
        most(Generator::cpuMean),
        most(Generator::cpuMax),
        most(Generator::busySeconds),
        most(Generator::gcMillis),
        most(Generator::gcMaxMillis),
        most(Generator::pauseMaxMillis),
        all.stream().map(Generator::queuedMax).max(Comparator.naturalOrder()).orElse(0),
        all.stream().mapToLong(Generator::heapMaxBytes).max().orElse(0));
  }

  private double most(ToDoubleFunction<Generator> figure) {
    return all.stream().mapToDouble(figure).max().orElse(0);
  }
}
