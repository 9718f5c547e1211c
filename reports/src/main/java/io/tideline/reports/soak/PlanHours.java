package io.tideline.reports.soak;

import io.tideline.engine.schedule.RunEvent;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo.LoadInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * The clock of a run's plan, in hours since its first instant: by the run's own clock they pass as
 * many times faster as the plan's time is compressed. Knows the windows that do not count: those in
 * which a fault was injected, and pauses.
 *
 * @param perSecond hours of the plan in a second of the run
 * @param from where the first block begins: after the warm-up, and after the share to be skipped
 * @param end of the run
 * @param masked windows that do not count, in seconds of the run
 */
record PlanHours(double perSecond, double from, double end, List<Window> masked) {
  private static final double SECONDS = 3600;
  private static final double NANOS = 1e9;

  /** From one second to another. */
  record Window(double from, double to) {}

  static PlanHours of(Run run, double skip) {
    LoadInfo load = run.info().load();
    double perSecond = (load == null ? 1 : load.speedup()) / SECONDS;
    double end = run.info().durationSeconds();
    double warm =
        run.phases().stream()
            .filter(phase -> !phase.warmUp())
            .mapToDouble(PhaseRow::startSeconds)
            .min()
            .orElse(0);
    return new PlanHours(
        perSecond, Math.max(warm, skip * end) * perSecond, end * perSecond, masked(run, end));
  }

  private static List<Window> masked(Run run, double end) {
    List<Window> windows = new ArrayList<>();
    List<RunEvent> open = new ArrayList<>();
    for (RunEvent event : run.events()) {
      switch (event.kind()) {
        case PAUSE, FAULT_START -> open.add(event);
        case RESUME, FAULT_END ->
            open.stream()
                .filter(begun -> ends(begun, event))
                .findFirst()
                .ifPresent(
                    begun -> {
                      open.remove(begun);
                      windows.add(new Window(seconds(begun), seconds(event)));
                    });
        default -> {}
      }
    }
    open.forEach(begun -> windows.add(new Window(seconds(begun), end)));
    return List.copyOf(windows);
  }

  private static boolean ends(RunEvent begun, RunEvent event) {
    return event.kind() == RunEvent.Kind.RESUME
        ? begun.kind() == RunEvent.Kind.PAUSE
        : begun.kind() == RunEvent.Kind.FAULT_START && begun.reason().equals(event.reason());
  }

  private static double seconds(RunEvent event) {
    return event.atNanos() / NANOS;
  }

  /** The hour at a second of the run. */
  double at(double seconds) {
    return seconds * perSecond;
  }

  /** The second of the run at an hour. */
  double seconds(double hours) {
    return hours / perSecond;
  }

  /** Whether any of the time between two seconds does not count. */
  boolean isMasked(double from, double to) {
    return masked.stream().anyMatch(window -> window.from() < to && window.to() > from);
  }

  double span() {
    return Math.max(0, end - from);
  }
}
