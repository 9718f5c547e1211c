package io.tideline.reports.page;

import io.tideline.reports.drift.Drift.Answer;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.soak.Trend;
import io.tideline.reports.stats.ResourceRow;
import io.tideline.reports.stats.Resources;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which charts of resources a page has: those with a finding first, then those nearest to their
 * limits; what was 0 all the time has none, and there is a bound on their number.
 *
 * @param resources each with what became of it; null without a trend
 * @param findings trends of response times and throughput that are no pass
 * @param left how many resources have no chart
 */
record ResourceCharts(List<Chart> resources, List<Trend> findings, int left) {
  private static final int MOST = 30;

  /** A resource over time. */
  record Chart(ResourceRow row, @Nullable Trend trend) {
    boolean isFinding() {
      return trend != null && ResourceCharts.isFinding(trend);
    }

    /** How near it came to its limit; below 0 where none is known. */
    double share() {
      Double limit = row.limit();
      Double max = row.max();
      return limit == null || max == null || !(limit > 0) ? -1 : max / limit;
    }
  }

  static ResourceCharts of(Run run, Verdict verdict) {
    List<Trend> trends =
        verdict.checks().stream().map(Check::trend).filter(Objects::nonNull).toList();
    List<Trend> findings =
        trends.stream()
            .filter(trend -> !trend.signal().sort().isResource() && isFinding(trend))
            .toList();
    Resources resources = run.resources();
    if (resources == null) {
      return new ResourceCharts(List.of(), findings, 0);
    }
    List<Chart> all = new ArrayList<>();
    resources.rows().stream()
        .filter(row -> row.max() != null && row.max() > 0)
        .forEach(row -> all.add(new Chart(row, trend(row, trends))));
    all.sort(
        Comparator.comparing((Chart chart) -> !chart.isFinding())
            .thenComparing(Comparator.comparingDouble(Chart::share).reversed()));
    List<Chart> shown = all.subList(0, Math.min(MOST, all.size()));
    return new ResourceCharts(List.copyOf(shown), findings, resources.rows().size() - shown.size());
  }

  private static @Nullable Trend trend(ResourceRow row, List<Trend> trends) {
    return trends.stream()
        .filter(trend -> trend.signal().source().equals(row.source()))
        .filter(trend -> trend.signal().name().equals(row.name()))
        .filter(trend -> trend.signal().sort().isResource())
        .findFirst()
        .orElse(null);
  }

  static boolean isFinding(Trend trend) {
    Answer answer = trend.answer();
    return answer == Answer.LEAK
        || answer == Answer.CONVERGING
        || answer == Answer.SUSPECTED
        || answer == Answer.UNDECIDED;
  }
}
