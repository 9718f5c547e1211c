package io.tideline.reports.ticket;

import io.tideline.engine.resource.Unit;
import io.tideline.reports.drift.Drift;
import io.tideline.reports.soak.ThreeDigits;
import io.tideline.reports.soak.Trend;
import io.tideline.reports.stats.RunInfo.LoadInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run tells of a figure that grew through it. */
final class TrendFacts {
  private static final double MINUTES = 60;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double PERCENT = 100;

  private TrendFacts() {}

  static List<String> of(FailedCheck failed) {
    Trend trend = failed.check().trend();
    if (trend == null) {
      return List.of();
    }
    Drift drift = trend.drift();
    List<String> facts = new ArrayList<>();
    facts.add(
        String.format(
            Locale.ROOT,
            "Judged by %d blocks of %s min from hour %s to hour %s of the plan, compared at"
                + " equal load",
            drift.blocks(),
            ThreeDigits.of(trend.blockHours() * MINUTES),
            ThreeDigits.of(trend.first()),
            ThreeDigits.of(trend.last())));
    Double usual = drift.usual();
    if (usual != null) {
      facts.add(
          String.format(
              Locale.ROOT,
              "Earlier healthy soaks let expect at most %.2g %% an hour",
              PERCENT * usual));
    }
    return facts;
  }

  /** How much that is for each request: what is kept for each has a round size. */
  static List<String> perRequest(FailedCheck failed) {
    Trend trend = failed.check().trend();
    LoadInfo load = failed.run().info().load();
    double seconds = failed.run().info().durationSeconds() * (load == null ? 1 : load.speedup());
    double each = failed.sample().requests() / seconds * SECONDS_PER_HOUR;
    if (trend == null || trend.signal().unit() == null || !(each > 0)) {
      return List.of();
    }
    double share = trend.drift().slope() / each;
    return switch (trend.signal().unit()) {
      case BYTES ->
          List.of(
              "That is "
                  + Unit.BYTES.text(share)
                  + " for each request, if the load makes it grow: something is kept for each");
      case COUNT ->
          List.of(
              String.format(
                  Locale.ROOT,
                  "That is one for every %,.0f requests, if the load makes it grow",
                  1 / share));
      default -> List.of();
    };
  }
}
