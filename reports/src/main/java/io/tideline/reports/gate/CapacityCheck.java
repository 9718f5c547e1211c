package io.tideline.reports.gate;

import io.tideline.engine.pilot.CapacityRecord;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.search.Ending;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a search for the breaking point found a load that the target holds, and as much as was
 * promised. The search breaks the plan's SLOs on purpose, so that they are judged in its steps and
 * nowhere else. One that could not come to its end proves nothing. One that ended at the most that
 * may be offered proves nothing about a promise above that.
 */
final class CapacityCheck {
  private CapacityCheck() {}

  static Check of(CapacityRecord capacity) {
    return new Check(
        "slo/capacity",
        Kind.SLO,
        Scope.EVERYTHING,
        "capacity",
        load(capacity),
        capacity.atLeast(),
        "users/s",
        capacity.steps().size(),
        status(capacity),
        capacity.sentence() + promised(capacity));
  }

  private static Status status(CapacityRecord capacity) {
    return switch (capacity.ending()) {
      case FOUND -> keepsPromise(capacity) ? Status.PASS : Status.FAIL;
      case AT_LEAST -> keepsPromise(capacity) ? Status.PASS : Status.INSUFFICIENT;
      case BELOW_FLOOR, NOT_HELD -> Status.FAIL;
      case OUT_OF_TIME, OUT_OF_USERS, SATURATED -> Status.INSUFFICIENT;
    };
  }

  private static boolean keepsPromise(CapacityRecord capacity) {
    Double load = load(capacity);
    Double atLeast = capacity.atLeast();
    return atLeast == null || (load != null && load >= atLeast);
  }

  private static @Nullable Double load(CapacityRecord capacity) {
    boolean reached = capacity.ending() == Ending.AT_LEAST || capacity.ending() == Ending.SATURATED;
    return capacity.held() == null && reached ? capacity.reached() : capacity.held();
  }

  private static String promised(CapacityRecord capacity) {
    return capacity.atLeast() == null
        ? ""
        : String.format(
            Locale.ROOT, "; at least %.4g users per second promised", capacity.atLeast());
  }
}
