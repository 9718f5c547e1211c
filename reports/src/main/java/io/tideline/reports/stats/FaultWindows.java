package io.tideline.reports.stats;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Resilience;
import io.tideline.engine.plan.Resilience.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a run's time line at its faults. Before the first fault, the warm-up left out, it is {@link
 * Window#BEFORE}; an interval that a fault touches belongs to its {@link Window#DURING}; then, for
 * as long as the plan allows for recovery, {@link Window#RECOVERY}; and {@link Window#AFTER} until
 * the next fault begins or the load ends. A fault at whose end another was on has neither of the
 * last two: what is felt then is that one's.
 */
public final class FaultWindows {
  private static final double NANOS_PER_SECOND = 1e9;

  private final TimeLine line;
  private final List<FaultSpan> faults;
  private final double measuredFrom;
  private final int loadEnd;
  private final double recovery;

  private FaultWindows(Run run) {
    this.line = run.timeLine();
    this.faults = FaultSpan.of(run);
    this.measuredFrom =
        run.phases().stream()
            .filter(phase -> !phase.warmUp())
            .mapToDouble(PhaseRow::startSeconds)
            .min()
            .orElse(0);
    this.loadEnd = loadEnd(line);
    Plan plan = run.plan();
    Resilience promised = plan == null ? null : plan.resilience();
    Duration within = promised == null ? null : promised.recoveryWithin();
    this.recovery = within == null ? 0 : within.toNanos() / NANOS_PER_SECOND;
  }

  /** All windows of {@code run}, in the order of its faults; none for a run without a fault. */
  public static List<FaultWindow> of(Run run) {
    FaultWindows cut = new FaultWindows(run);
    List<FaultWindow> windows = new ArrayList<>();
    if (!cut.faults.isEmpty() && !cut.line.moments().isEmpty()) {
      windows.add(cut.before());
      cut.faults.forEach(fault -> windows.addAll(cut.around(fault)));
    }
    return windows;
  }

  /** The time before the first fault; empty for a run without one. */
  static Optional<FaultWindow> before(Run run) {
    return of(run).stream().findFirst();
  }

  /** One past the last interval in which users came: later ones are emptied by their leaving. */
  static int loadEnd(TimeLine line) {
    int end = line.moments().size();
    while (end > 0 && line.moments().get(end - 1).usersStarted() == 0) {
      end--;
    }
    return end;
  }

  private FaultWindow before() {
    int first = floor(faults.get(0).startSeconds());
    return window(Window.BEFORE, null, Math.min(first, line.from(measuredFrom)), first);
  }

  private List<FaultWindow> around(FaultSpan fault) {
    int start = floor(fault.startSeconds());
    int end = end(fault);
    List<FaultWindow> windows = new ArrayList<>();
    windows.add(window(Window.DURING, fault.name(), start, Math.max(end, start + 1)));
    if (isAlone(fault)) {
      int next = next(fault);
      int recovered = Math.min(next, line.from(endSeconds(fault) + recovery));
      windows.add(window(Window.RECOVERY, fault.name(), Math.min(end, recovered), recovered));
      windows.add(window(Window.AFTER, fault.name(), recovered, next));
    }
    return windows;
  }

  /** One past the last interval that the fault touched. */
  private int end(FaultSpan fault) {
    return line.from(endSeconds(fault));
  }

  private double endSeconds(FaultSpan fault) {
    Double end = fault.endSeconds();
    return end == null ? (double) loadEnd * line.intervalSeconds() : end;
  }

  private boolean isAlone(FaultSpan fault) {
    double end = endSeconds(fault);
    return faults.stream().filter(other -> other != fault).noneMatch(other -> other.isOn(end));
  }

  private int next(FaultSpan fault) {
    double end = endSeconds(fault);
    return faults.stream()
        .filter(other -> other.startSeconds() >= end)
        .mapToInt(other -> floor(other.startSeconds()))
        .reduce(loadEnd, Math::min);
  }

  private int floor(double seconds) {
    int index = (int) Math.floor(seconds / line.intervalSeconds());
    return Math.max(0, Math.min(line.moments().size(), index));
  }

  private FaultWindow window(Window window, @Nullable String fault, int from, int to) {
    int last = line.moments().size();
    return new FaultWindow(window, fault, Math.min(from, last), Math.min(to, last), line);
  }
}
