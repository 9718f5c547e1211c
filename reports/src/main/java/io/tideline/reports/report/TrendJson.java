package io.tideline.reports.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.reports.drift.Drift;
import io.tideline.reports.drift.Drift.Exhaustion;
import io.tideline.reports.soak.Trend;
import io.tideline.reports.stats.JsonText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of a check's figure through the run, as a part of {@code verdict.json}. */
final class TrendJson {
  private static final MathContext DIGITS = new MathContext(6);

  private TrendJson() {}

  static JsonNode of(@Nullable Trend trend) {
    if (trend == null) {
      return NullNode.getInstance();
    }
    Drift drift = trend.drift();
    ObjectNode json = JsonText.object();
    json.put("answer", trend.answer().name().toLowerCase(Locale.ROOT));
    json.put("source", trend.signal().source());
    json.put("unit", trend.signal().unit() == null ? "logarithm" : trend.signal().unit().name());
    json.put("p", rounded(drift.p()));
    json.put("slopePerHour", rounded(drift.slope()));
    json.put("lowPerHour", rounded(drift.low()));
    json.put("highPerHour", rounded(drift.high()));
    json.put("floor", rounded(drift.floor()));
    json.put("now", rounded(drift.now()));
    json.put("limit", rounded(trend.limit()));
    json.put("usualPerHour", rounded(drift.usual()));
    json.put("fromHours", rounded(trend.first()));
    json.put("toHours", rounded(trend.last()));
    json.put("blockHours", rounded(trend.blockHours()));
    json.put("blocks", drift.blocks());
    Drift.Doubt doubt = drift.doubt();
    if (doubt != null && trend.answer() == Drift.Answer.UNDECIDED) {
      json.put("doubt", doubt.why().name().toLowerCase(Locale.ROOT));
      json.put("wouldTellHours", rounded(doubt.hours()));
    }
    Exhaustion left = trend.exhaustion();
    if (left == null) {
      json.putNull("exhaustion");
    } else {
      json.putObject("exhaustion")
          .put("hours", rounded(left.hours()))
          .put("soonestHours", rounded(left.soonest()))
          .put("latestHours", rounded(left.latest()));
    }
    return json;
  }

  /** What is not known, and what has no bound, is null. */
  private static @Nullable BigDecimal rounded(@Nullable Double value) {
    if (value == null || Double.isNaN(value) || Double.isInfinite(value)) {
      return null;
    }
    BigDecimal shortest = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}
