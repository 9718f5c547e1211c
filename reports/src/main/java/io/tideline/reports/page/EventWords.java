package io.tideline.reports.page;

import io.tideline.engine.schedule.RunEvent;

/** An event of a run in words. */
final class EventWords {
  private EventWords() {}

  /** For example {@code scaled to 1.5 times the plan (by hand)}. */
  static String of(RunEvent event) {
    String what =
        switch (event.kind()) {
          case PAUSE -> "paused";
          case RESUME -> "resumed";
          case SCALE -> "scaled to " + Words.rate(event.factor()) + " times the plan";
          case STOP -> "stopped";
          case DONE -> "ended";
          case ABORT -> "aborted";
          case FAULT_START -> "fault began";
          case FAULT_END -> "fault ended";
          case FAULT_FAILED -> "fault failed";
        };
    String more = event.detail() == null ? "" : ": " + event.detail();
    return event.reason().isEmpty() ? what : what + " (" + event.reason() + ")" + more;
  }
}
