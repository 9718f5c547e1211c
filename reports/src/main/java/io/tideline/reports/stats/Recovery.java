package io.tideline.reports.stats;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Resilience.Steady;
import io.tideline.engine.plan.Resilience.Window;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the target was itself again after a fault.
 *
 * <p>That is the beginning of the first interval, at the fault's end or later, from which on {@link
 * Steady#intervals} intervals on end lie within the {@link SteadyBand}. If they do so from the
 * fault's end on, the target may have coped with the fault while it lasted: then it is the earliest
 * interval since the fault's start from which on nothing left the band. It is told in steps of an
 * interval.
 *
 * @param fault name of the fault
 * @param startSeconds when it began, in seconds since the run's first instant
 * @param endSeconds when it ended
 * @param recoveredSeconds when the band held again; null when it did not before {@code
 *     watchedUntil}
 * @param watchedUntil when the next fault began, or the load ended
 */
public record Recovery(
    String fault,
    double startSeconds,
    double endSeconds,
    @Nullable Double recoveredSeconds,
    double watchedUntil) {

  /** How each fault of {@code run} went over; without those that ended while another was on. */
  public static List<Recovery> of(Run run) {
    List<FaultWindow> windows = FaultWindows.of(run);
    List<Recovery> recoveries = new ArrayList<>();
    SteadyBand band = band(run);
    if (band == null) {
      return recoveries;
    }
    for (FaultSpan fault : FaultSpan.of(run)) {
      windows.stream()
          .filter(w -> w.window() == Window.AFTER && fault.name().equals(w.fault()))
          .filter(w -> fault.endSeconds() != null)
          .findFirst()
          .ifPresent(after -> recoveries.add(of(fault, after, new Watch(band, steady(run)))));
    }
    return recoveries;
  }

  /** The band of the time before the faults; null when there was no such time. */
  public static @Nullable SteadyBand band(Run run) {
    return FaultWindows.before(run)
        .filter(before -> before.intervals() > 0)
        .map(before -> SteadyBand.of(before, steady(run)))
        .orElse(null);
  }

  private static Steady steady(Run run) {
    Plan plan = run.plan();
    return plan == null || plan.resilience() == null ? Steady.STANDARD : plan.resilience().steady();
  }

  private record Watch(SteadyBand band, Steady steady) {}

  private static Recovery of(FaultSpan fault, FaultWindow after, Watch watch) {
    TimeLine line = after.line();
    double end = fault.endSeconds() == null ? after.toSeconds() : fault.endSeconds();
    int first = line.from(end);
    int found = found(line, first, after.to(), watch);
    int touched = Math.max(0, (int) (fault.startSeconds() / line.intervalSeconds()));
    while (found >= 0 && found <= first && found > touched && watch.band.holds(line, found - 1)) {
      found--;
    }
    Double recovered =
        found < 0
            ? null
            : (Double) Math.max(fault.startSeconds(), (double) found * line.intervalSeconds());
    return new Recovery(fault.name(), fault.startSeconds(), end, recovered, after.toSeconds());
  }

  /** Seconds from the fault's end; 0 when it coped before that, null when it never did. */
  public @Nullable Double afterEnd() {
    return recoveredSeconds == null ? null : (Double) Math.max(0, recoveredSeconds - endSeconds);
  }

  /** Seconds from the fault's start; 0 when nothing was felt, null when it never recovered. */
  public @Nullable Double afterStart() {
    return recoveredSeconds == null ? null : (Double) (recoveredSeconds - startSeconds);
  }

  /** First of {@code intervals} on end that hold; -1 when there are none before {@code to}. */
  private static int found(TimeLine line, int from, int to, Watch watch) {
    int held = 0;
    for (int i = from; i < to; i++) {
      held = watch.band.holds(line, i) ? held + 1 : 0;
      if (held == watch.steady.intervals()) {
        return i - held + 1;
      }
    }
    return -1;
  }
}
