package io.tideline.reports.preview;

import io.tideline.engine.plan.Load;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Phase.Level;
import io.tideline.engine.schedule.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One phase of a run that may come.
 *
 * @param name its name
 * @param warmUp whether it is left out of the verdict
 * @param start since the run's first instant
 * @param length how long users arrive in it
 * @param fromRate new users per second at its start
 * @param toRate new users per second at its end
 * @param peakRate most new users per second in it
 * @param users how many arrive in it
 */
record PhaseLine(
    String name,
    boolean warmUp,
    Duration start,
    Duration length,
    double fromRate,
    double toRate,
    double peakRate,
    long users) {

  /** The rate while it does not change, else the rates at both ends. */
  String rates() {
    boolean steady = fromRate == toRate && peakRate == fromRate;
    return steady ? Amounts.rate(fromRate) : Amounts.rate(fromRate) + " to " + Amounts.rate(toRate);
  }

  /** The phases of {@code schedule}, in order. */
  static List<PhaseLine> of(Schedule schedule) {
    List<PhaseLine> lines = new ArrayList<>();
    for (int i = 0; i < schedule.phases(); i++) {
      lines.add(of(schedule, i));
    }
    return lines;
  }

  private static PhaseLine of(Schedule schedule, int index) {
    Load load = schedule.plan().load();
    Phase phase = load.phases().get(index);
    List<Level> levels = phase.levels();
    double highest = levels.stream().mapToDouble(Level::level).max().orElse(0);
    return new PhaseLine(
        phase.name(),
        phase.warmUp(),
        Duration.ofNanos(schedule.phaseStartNanos(index)),
        phase.duration(),
        load.rate() * levels.get(0).level(),
        load.rate() * levels.get(levels.size() - 1).level(),
        load.rate() * highest,
        schedule.offered(index));
  }
}
