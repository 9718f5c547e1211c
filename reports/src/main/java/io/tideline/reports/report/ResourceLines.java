package io.tideline.reports.report;

import io.tideline.engine.resource.Unit;
import io.tideline.reports.report.TextTable.Cell;
import io.tideline.reports.stats.ResourceRow;
import io.tideline.reports.stats.Resources;
import io.tideline.reports.stats.Resources.Gap;
import io.tideline.reports.stats.Resources.Source;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the target consumed: a line for each resource, the one nearest to its limit first, and one
 * for each source that was silent.
 */
final class ResourceLines {
  private static final int WIDEST_LABEL = 34;
  private static final int WIDEST_LINE = 110;
  private static final int MOST_ROWS = 12;
  private static final String NONE = "";

  private ResourceLines() {}

  static List<String> of(Run run, Colours colours) {
    Resources resources = run.resources();
    if (resources == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    List<ResourceRow> used = resources.rows().stream().filter(ResourceLines::isUsed).toList();
    if (!used.isEmpty()) {
      TextTable table = new TextTable(WIDEST_LABEL, WIDEST_LINE);
      table.add(
          Stream.of("Resource", "mean", "at the peak", "max", "limit", "max in use", "")
              .map(Cell::of)
              .toList());
      Peak peak = Peak.of(run, resources);
      used.stream()
          .sorted((a, b) -> Double.compare(share(b), share(a)))
          .limit(MOST_ROWS)
          .forEach(row -> table.add(cells(row, peak, resources.sources().size() > 1)));
      lines.add("");
      lines.addAll(table.lines(colours));
      if (used.size() > MOST_ROWS) {
        lines.add("and " + (used.size() - MOST_ROWS) + " more, all in run.json");
      }
    }
    resources.sources().forEach(source -> gap(source).forEach(lines::add));
    return lines;
  }

  /** What was 0 all the time is in the file alone. */
  private static boolean isUsed(ResourceRow row) {
    return row.max() != null && row.max() > 0;
  }

  /** The most that was in use of the limit; below 0 where no limit is known. */
  private static double share(ResourceRow row) {
    Double limit = row.limit();
    return limit == null || row.max() == null || !(limit > 0) ? -1 : row.max() / limit;
  }

  private static List<Cell> cells(ResourceRow row, Peak peak, boolean manySources) {
    double share = share(row);
    return Stream.of(
            manySources ? row.name() + " (" + row.source() + ")" : row.name(),
            text(row.unit(), row.mean()),
            text(row.unit(), peak.mean(row)),
            text(row.unit(), row.max()),
            row.unit() == Unit.SHARE ? NONE : text(row.unit(), row.limit()),
            share < 0 ? NONE : Unit.SHARE.text(share),
            NONE)
        .map(Cell::of)
        .toList();
  }

  private static String text(Unit unit, @Nullable Double value) {
    return value == null ? NONE : unit.text(value);
  }

  private static Stream<String> gap(Source source) {
    List<Gap> gaps = source.gaps();
    if (gaps.isEmpty()) {
      return Stream.empty();
    }
    Gap longest =
        Objects.requireNonNull(
            gaps.stream().max((a, b) -> Double.compare(length(a), length(b))).orElse(gaps.get(0)));
    return Stream.of(
        String.format(
            Locale.ROOT,
            "Resources of %s are not known %s, longest from %.0f s to %.0f s: %s",
            source.name(),
            gaps.size() == 1 ? "once" : gaps.size() + " times",
            longest.fromSeconds(),
            longest.toSeconds(),
            longest.reason()));
  }

  private static double length(Gap gap) {
    return gap.toSeconds() - gap.fromSeconds();
  }
}
