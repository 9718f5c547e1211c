package io.tideline.reports.stats;

import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.RunEvent.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Unites the events of slices. Faults that several generators began count once. */
final class MergedEvents {
  private MergedEvents() {}

  static List<RunEvent> of(List<Run> slices, Joint.Builder remarks) {
    List<Run> breaking =
        slices.stream()
            .filter(run -> run.events().stream().anyMatch(MergedEvents::isSpan))
            .sorted(Comparator.comparingLong(MergedEvents::spans).reversed())
            .toList();
    if (breaking.size() > 1) {
      remarks.warning(
          "faults",
          "faults were injected by "
              + String.join(", ", breaking.stream().map(SliceChecks::name).toList())
              + "; their times are those of "
              + SliceChecks.name(breaking.get(0))
              + ". Let one generator inject them");
    }
    List<RunEvent> events = new ArrayList<>();
    for (Run run : slices) {
      run.events().stream()
          .filter(event -> !isSpan(event) || run == breaking.get(0))
          .forEach(events::add);
    }
    return events.stream().distinct().sorted(Comparator.comparingLong(RunEvent::atNanos)).toList();
  }

  private static boolean isSpan(RunEvent event) {
    return event.kind() == Kind.FAULT_START || event.kind() == Kind.FAULT_END;
  }

  private static long spans(Run run) {
    return run.events().stream().filter(MergedEvents::isSpan).count();
  }
}
