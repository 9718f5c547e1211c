package io.tideline.reports.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.reports.page.ResourceCharts.Chart;
import io.tideline.reports.soak.Sort;
import io.tideline.reports.soak.Trend;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.Resources;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo.LoadInfo;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the target consumed over time as JSON, thinned so that a day is no larger than an hour, with
 * the blocks and the line of each finding.
 */
final class ResourcesData {
  private static final int MOST_POINTS = 300;
  private static final int DIGITS = 4;
  private static final double SECONDS_PER_HOUR = 3600;

  private final double secondsPerHour;

  private ResourcesData(Run run) {
    LoadInfo load = run.info().load();
    this.secondsPerHour = SECONDS_PER_HOUR / (load == null ? 1 : load.speedup());
  }

  static JsonNode json(Run run, ResourceCharts charts) {
    if (charts.resources().isEmpty() && charts.findings().isEmpty()) {
      return NullNode.getInstance();
    }
    ResourcesData data = new ResourcesData(run);
    ObjectNode json = JsonText.object();
    Resources resources = run.resources();
    int interval = resources == null ? 1 : resources.intervalSeconds();
    int longest =
        charts.resources().stream().mapToInt(chart -> chart.row().means().size()).max().orElse(0);
    int joined = Math.max(1, (longest + MOST_POINTS - 1) / MOST_POINTS);
    json.put("interval", interval * joined);
    ArrayNode series = json.putArray("series");
    charts.resources().forEach(chart -> data.put(chart, joined, series.addObject()));
    ArrayNode findings = json.putArray("findings");
    charts.findings().forEach(trend -> data.put(trend, findings.addObject()));
    return json;
  }

  private void put(Chart chart, int joined, ObjectNode json) {
    json.put("unit", chart.row().unit().name());
    json.put("limit", chart.row().limit());
    put(thinned(chart.row().means(), joined), json.putArray("means"));
    Trend trend = chart.trend();
    if (trend == null || !chart.isFinding()) {
      json.putNull("trend");
    } else {
      put(trend, json.putObject("trend"));
    }
  }

  private static void put(List<@Nullable Double> values, ArrayNode out) {
    values.forEach(value -> out.add(digits(value)));
  }

  /** Means of so many intervals each; null where none of them told anything. */
  private static List<@Nullable Double> thinned(List<@Nullable Double> values, int joined) {
    List<@Nullable Double> thin = new ArrayList<>();
    for (int from = 0; from < values.size(); from += joined) {
      double sum = 0;
      int count = 0;
      for (int i = from; i < Math.min(values.size(), from + joined); i++) {
        Double value = values.get(i);
        sum += value == null ? 0 : value;
        count += value == null ? 0 : 1;
      }
      thin.add(count == 0 ? null : (Double) (sum / count));
    }
    return thin;
  }

  /** Blocks in seconds of the run, their values, and the line's at the same places. */
  private void put(Trend trend, ObjectNode json) {
    ArrayNode at = json.putArray("at");
    ArrayNode values = json.putArray("values");
    ArrayNode line = json.putArray("line");
    for (int i = 0; i < trend.blocks().size(); i++) {
      double hours = trend.blocks().hours()[i];
      at.add(JsonText.rounded(hours * secondsPerHour));
      values.add(digits(shown(trend, trend.blocks().values()[i])));
      line.add(digits(shown(trend, trend.at(hours))));
    }
  }

  /** Logarithms as what they are of. */
  private static double shown(Trend trend, double value) {
    if (trend.signal().sort() == Sort.THROUGHPUT) {
      return Math.exp(-value);
    }
    return trend.signal().sort() == Sort.LATENCY ? Math.exp(value) : value;
  }

  private static @Nullable BigDecimal digits(@Nullable Double value) {
    if (value == null || Double.isNaN(value)) {
      return null;
    }
    BigDecimal shortest =
        BigDecimal.valueOf(value)
            .round(new MathContext(DIGITS, RoundingMode.HALF_UP))
            .stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}
