package io.tideline.reports.soak;

import io.tideline.engine.plan.DriftPlan;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Into which blocks a run is divided.
 *
 * @param hours the clock
 * @param blockHours the shortest block: the plan's, or whole cycles of it where there are enough
 */
record Layout(PlanHours hours, double blockHours) {
  /** Fewer blocks tell nothing. */
  static final int LEAST_BLOCKS = DriftPlan.LEAST_BLOCKS;

  private static final double SECONDS = 3600;
  private static final double MINUTES = 60;
  private static final double MILLIS = 1e3;

  /** The last block may lack so much: a run ends a little before its plan does. */
  private static final double LACKING = 0.05;

  private static final double WHOLE = 1e-6;

  static Layout of(PlanHours hours, DriftPlan settings) {
    double block = hours(settings.block());
    Duration cycle = settings.cycle();
    if (cycle != null) {
      double whole = hours(cycle) * Math.ceil(block / hours(cycle) - WHOLE);
      if (hours.span() / whole >= LEAST_BLOCKS - LACKING) {
        return new Layout(hours, whole);
      }
    }
    return new Layout(hours, block);
  }

  private static double hours(Duration duration) {
    return duration.toMillis() / MILLIS / SECONDS;
  }

  /** How many whole blocks there are, each so many times as long as the shortest. */
  int count(int factor) {
    return (int) Math.floor(hours.span() / (factor * blockHours) + LACKING);
  }

  /** Why there are too few of the shortest; null when there are enough. */
  @Nullable String tooShort() {
    int count = count(1);
    return count >= LEAST_BLOCKS
        ? null
        : String.format(
            Locale.ROOT,
            "%s h of the plan after what is skipped are %d blocks of %s, and %d are needed",
            ThreeDigits.of(hours.span()),
            count,
            minutes(blockHours),
            LEAST_BLOCKS);
  }

  /** The length of a block in words, with that by the clock where it is another. */
  String words() {
    double clock = blockHours / hours.perSecond();
    boolean same = Math.abs(clock - blockHours * SECONDS) < 1;
    return minutes(blockHours) + (same ? "" : " (" + ThreeDigits.of(clock) + " s by the clock)");
  }

  private static String minutes(double hours) {
    return ThreeDigits.of(hours * MINUTES) + " min";
  }
}
