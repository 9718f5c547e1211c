package io.tideline.reports.stats;

import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.RunEvent.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault as the run's events have it. Times are seconds since the run's first instant.
 *
 * @param name in the plan
 * @param detail what was done, in words; null when nobody says
 * @param startSeconds when it took effect
 * @param endSeconds when it had been put back; null when nothing says that it was
 */
public record FaultSpan(
    String name, @Nullable String detail, double startSeconds, @Nullable Double endSeconds) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** The faults of {@code run}, in order of their starts. */
  public static List<FaultSpan> of(Run run) {
    List<FaultSpan> spans = new ArrayList<>();
    for (RunEvent event : run.events()) {
      if (event.kind() == Kind.FAULT_START) {
        spans.add(new FaultSpan(event.reason(), event.detail(), seconds(event), null));
      } else if (event.kind() == Kind.FAULT_END) {
        end(spans, event);
      }
    }
    spans.sort(Comparator.comparingDouble(FaultSpan::startSeconds));
    return spans;
  }

  private static void end(List<FaultSpan> spans, RunEvent event) {
    for (int i = 0; i < spans.size(); i++) {
      FaultSpan span = spans.get(i);
      if (span.name.equals(event.reason()) && span.endSeconds == null) {
        spans.set(i, new FaultSpan(span.name, span.detail, span.startSeconds, seconds(event)));
        return;
      }
    }
  }

  private static double seconds(RunEvent event) {
    return event.atNanos() / NANOS_PER_SECOND;
  }

  /** Whether it had begun and not ended at an instant. */
  boolean isOn(double seconds) {
    return startSeconds <= seconds && (endSeconds == null || endSeconds > seconds);
  }
}
