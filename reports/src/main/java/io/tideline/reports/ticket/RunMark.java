package io.tideline.reports.ticket;

import io.tideline.reports.gate.Verdict;
import io.tideline.reports.stats.RunInfo;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which run tickets are of.
 *
 * @param id name of its results folder
 * @param at when it ended; null when nothing says
 * @param verdict in one word
 */
public record RunMark(String id, @Nullable Instant at, String verdict) {
  private static final double MILLIS = 1e3;

  static RunMark of(RunInfo info, Verdict verdict) {
    Instant start = info.start();
    Duration lasted = Duration.ofMillis(Math.round(info.durationSeconds() * MILLIS));
    return new RunMark(
        info.id(), start == null ? null : start.plus(lasted), verdict.result().name());
  }
}
