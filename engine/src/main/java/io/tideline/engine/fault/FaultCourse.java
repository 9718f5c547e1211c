package io.tideline.engine.fault;

import io.tideline.engine.plan.PlannedFault;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.RunEvent.Kind;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One fault through a run: planned, begun, ended, with an event for each. One thread at a time. */
final class FaultCourse {
  private static final long PATIENCE_SECONDS = 60;
  private static final double NANOS_PER_SECOND = 1e9;

  /** Where it is. */
  private enum Place {
    PLANNED,
    BEGINNING,
    BROKEN,
    ENDING,
    OVER
  }

  private final PlannedFault fault;
  private final BrokenRun run;
  private final KeeperProcess keeper;
  private Place place = Place.PLANNED;
  private @Nullable CompletableFuture<Report> answer;
  private @Nullable String why;
  private boolean endWanted;
  private long orderedNanos;

  FaultCourse(PlannedFault fault, BrokenRun run, KeeperProcess keeper) {
    this.fault = fault;
    this.run = run;
    this.keeper = keeper;
  }

  String name() {
    return fault.name();
  }

  /** Whether it is to begin now. */
  boolean isDue(long nowNanos) {
    return place == Place.PLANNED && nowNanos >= run.whenNanos(fault.at());
  }

  void begin() {
    place = Place.BEGINNING;
    orderedNanos = run.nowNanos();
    answer = keeper.begin(fault);
  }

  /** Whether it is to end now. */
  boolean isToEnd(long nowNanos, boolean over) {
    return place == Place.BROKEN && (endWanted || over || nowNanos >= run.whenNanos(fault.until()));
  }

  /**
   * Ends it if it has begun; one that has not never will.
   *
   * @param because why before its time; null for at its time
   */
  void end(@Nullable String because) {
    if (why == null) {
      why = because;
    }
    switch (place) {
      case PLANNED -> leaveOut(because == null ? "left out" : because);
      case BEGINNING -> endWanted = true;
      case BROKEN -> {
        place = Place.ENDING;
        answer = keeper.end(fault.name());
      }
      default -> {}
    }
  }

  /** It was not begun and will not be. */
  void leaveOut(String because) {
    if (place == Place.PLANNED) {
      place = Place.OVER;
      note(Kind.FAULT_FAILED, "not injected: " + because);
    }
  }

  /** Its keeper is gone. */
  void lost(String because) {
    if (place != Place.OVER) {
      place = Place.OVER;
      note(Kind.FAULT_FAILED, because);
    }
  }

  /** Its lease was over before its time. */
  void leaseOver(Report report) {
    if (place == Place.BROKEN) {
      ended(report);
      note(Kind.FAULT_FAILED, "its lease was over before its time");
    }
  }

  /** Takes note of what the keeper has answered by now. */
  void hear() {
    CompletableFuture<Report> waited = answer;
    if (waited == null || !waited.isDone()) {
      return;
    }
    answer = null;
    Report report = waited.join();
    if (place == Place.BEGINNING) {
      began(report);
    } else if (place == Place.ENDING) {
      ended(report);
    }
  }

  private void began(Report report) {
    if (report.ok()) {
      place = Place.BROKEN;
      note(orderedNanos, Kind.FAULT_START, report.text() + took());
      if (endWanted) {
        end(why);
      }
    } else {
      place = Place.OVER;
      note(Kind.FAULT_FAILED, "not injected: " + report.text());
    }
  }

  private void note(Kind kind, String detail) {
    note(run.nowNanos(), kind, detail);
  }

  private void note(long atNanos, Kind kind, String detail) {
    run.note(new RunEvent(atNanos, kind, 1, fault.name(), detail));
  }

  /** What takes long to begin may be felt before it has begun: it counts from its order on. */
  private String took() {
    double seconds = (run.nowNanos() - orderedNanos) / NANOS_PER_SECOND;
    return seconds < 1 ? "" : String.format(Locale.ROOT, ", which took %.1f s", seconds);
  }

  private void ended(Report report) {
    place = Place.OVER;
    String because = why == null ? "" : " (" + why + ")";
    if (report.ok()) {
      note(Kind.FAULT_END, report.text() + because);
    } else {
      note(Kind.FAULT_FAILED, "not reverted: " + report.text() + because);
    }
  }

  /** Waits until it has ended. */
  void awaitEnd() {
    while (place == Place.BEGINNING || place == Place.ENDING) {
      CompletableFuture<Report> waited = answer;
      if (waited == null) {
        return;
      }
      try {
        waited.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        hear();
      } catch (TimeoutException e) {
        lost("not reverted within " + PATIENCE_SECONDS + " s; its lease will");
      } catch (ExecutionException e) {
        lost(String.valueOf(e.getMessage()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
