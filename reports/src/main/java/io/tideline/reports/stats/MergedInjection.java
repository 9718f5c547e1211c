package io.tideline.reports.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How faithfully several generators offered one load together. */
final class MergedInjection {
  private MergedInjection() {}

  /** Null if one of them has no record of it. */
  static @Nullable Injection of(List<@Nullable Injection> slices) {
    if (slices.stream().anyMatch(Objects::isNull)) {
      return null;
    }
    List<Injection> all = slices.stream().map(Objects::requireNonNull).toList();
    Latencies measured = new Latencies();
    Latencies lag = new Latencies();
    for (Injection each : all) {
      measured.add(each.measuredLagMicros());
      lag.add(each.lagMicros());
    }
    return new Injection(
        all.stream().mapToLong(Injection::offered).sum(),
        all.stream().mapToLong(Injection::started).sum(),
        measured,
        lag,
        phases(all));
  }

  private static List<Injection.Phase> phases(List<Injection> all) {
    List<Injection.Phase> phases = new ArrayList<>();
    for (int i = 0; i < all.get(0).phases().size(); i++) {
      int index = i;
      phases.add(phase(all.stream().map(each -> each.phases().get(index)).toList()));
    }
    return phases;
  }

  private static Injection.Phase phase(List<Injection.Phase> same) {
    Latencies lag = new Latencies();
    same.forEach(each -> lag.add(each.lagMicros()));
    return new Injection.Phase(
        same.get(0).phase(),
        same.get(0).warmUp(),
        same.stream().mapToLong(Injection.Phase::offered).sum(),
        same.stream().mapToLong(Injection.Phase::started).sum(),
        lag);
  }
}
