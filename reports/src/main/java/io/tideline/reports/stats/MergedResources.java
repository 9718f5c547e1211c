package io.tideline.reports.stats;

import io.tideline.reports.stats.Resources.Gap;
import io.tideline.reports.stats.Resources.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Unites what several generators read of one target's resources. Each has read all of it, so that
 * nothing is added up: an interval is the mean of those that read it, its minimum the least, and a
 * gap where none did.
 */
final class MergedResources {
  private final List<Resources> known;
  private final int seconds;
  private final int intervals;

  private MergedResources(List<Resources> known) {
    this.known = known;
    this.seconds = known.stream().mapToInt(Resources::intervalSeconds).max().orElse(1);
    this.intervals =
        known.stream()
            .flatMap(each -> each.rows().stream().map(row -> length(each, row)))
            .mapToInt(each -> each)
            .max()
            .orElse(0);
  }

  /** The union; null when no slice has read any. */
  static @Nullable Resources of(List<Run> slices, Joint.Builder remarks) {
    List<Resources> known =
        slices.stream()
            .map(Run::resources)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList();
    if (known.isEmpty()) {
      return null;
    }
    if (known.size() == 1) {
      return known.get(0);
    }
    remarks.note(
        "resources",
        "resource usage is not summed: "
            + known.size()
            + " generators read the same target, each interval is the mean of what they read");
    return new MergedResources(known).union();
  }

  private int length(Resources resources, ResourceRow row) {
    int factor = factor(resources);
    return (row.means().size() + factor - 1) / factor;
  }

  private int factor(Resources resources) {
    return Math.max(1, seconds / resources.intervalSeconds());
  }

  private Resources union() {
    return new Resources(seconds, sources(), rows());
  }

  private List<Source> sources() {
    Map<String, Source> sources = new LinkedHashMap<>();
    for (Resources each : known) {
      for (Source source : each.sources()) {
        sources.merge(source.name(), source, MergedResources::both);
      }
    }
    return List.copyOf(sources.values());
  }

  private static Source both(Source one, Source other) {
    List<Gap> gaps = new ArrayList<>();
    for (Gap gap : one.gaps()) {
      for (Gap there : other.gaps()) {
        double from = Math.max(gap.fromSeconds(), there.fromSeconds());
        double to = Math.min(gap.toSeconds(), there.toSeconds());
        if (from <= to) {
          gaps.add(new Gap(from, to, gap.reason()));
        }
      }
    }
    return new Source(one.name(), one.samples() + other.samples(), gaps);
  }

  private record Part(ResourceRow row, int factor) {}

  private List<ResourceRow> rows() {
    Map<List<String>, List<Part>> parts = new LinkedHashMap<>();
    for (Resources each : known) {
      for (ResourceRow row : each.rows()) {
        parts
            .computeIfAbsent(List.of(row.source(), row.name()), key -> new ArrayList<>())
            .add(new Part(row, factor(each)));
      }
    }
    return parts.values().stream().map(this::row).toList();
  }

  private ResourceRow row(List<Part> parts) {
    ResourceRow first = parts.get(0).row();
    boolean waited = parts.stream().anyMatch(part -> !part.row().waiting().isEmpty());
    return new ResourceRow(
        first.source(),
        first.name(),
        first.unit(),
        mean(parts.stream().<@Nullable Double>map(part -> part.row().mean()).toList()),
        extreme(parts.stream().<@Nullable Double>map(part -> part.row().max()).toList(), 1),
        parts.stream()
            .map(part -> part.row().limit())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        column(parts, ResourceRow::means, MergedResources::mean),
        column(parts, ResourceRow::minima, values -> extreme(values, -1)),
        waited ? column(parts, ResourceRow::waiting, MergedResources::mean) : List.of());
  }

  private List<@Nullable Double> column(
      List<Part> parts,
      Function<ResourceRow, List<@Nullable Double>> values,
      Function<List<@Nullable Double>, @Nullable Double> joining) {
    List<@Nullable Double> column = new ArrayList<>(Collections.nCopies(intervals, null));
    for (int i = 0; i < intervals; i++) {
      List<@Nullable Double> found = new ArrayList<>();
      for (Part part : parts) {
        List<@Nullable Double> all = values.apply(part.row());
        int from = Math.min(all.size(), i * part.factor());
        found.addAll(all.subList(from, Math.min(all.size(), from + part.factor())));
      }
      column.set(i, joining.apply(found));
    }
    return column;
  }

  private static @Nullable Double mean(List<@Nullable Double> values) {
    double sum = 0;
    int count = 0;
    for (Double value : values) {
      if (value != null) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? null : (Double) (sum / count);
  }

  private static @Nullable Double extreme(List<@Nullable Double> values, int sign) {
    Double found = null;
    for (Double value : values) {
      if (value != null && (found == null || sign * value > sign * found)) {
        found = value;
      }
    }
    return found;
  }
}
