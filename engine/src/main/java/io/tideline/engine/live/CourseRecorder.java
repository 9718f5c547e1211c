package io.tideline.engine.live;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.simlog.GroupRecord;
import io.tideline.engine.simlog.RequestRecord;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import org.jspecify.annotations.Nullable;

/**
 * Adds each second to the course as soon as the window is complete up to it. To be told the records
 * after the window, so that a long log that is read at once leaves its whole course and not only
 * what the window keeps.
 */
final class CourseRecorder implements SimulationLogListener {
  private static final int TRAILING_SECONDS = 10;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final int MILLIS = 1_000;

  private final LiveWindow window;
  private final LogPhases phases;
  private final @Nullable LoadSource load;
  private final LiveCourse course = new LiveCourse();
  private int next;

  /** The newest second that any record was of. */
  private int newest;

  CourseRecorder(LiveWindow window, LogPhases phases, @Nullable LoadSource load) {
    this.window = window;
    this.phases = phases;
    this.load = load;
  }

  LiveCourse course() {
    return course;
  }

  @Override
  public void run(RunRecord run) {
    course.clear();
    next = (int) Math.max(0, phases.originMillis() / MILLIS);
    newest = 0;
  }

  @Override
  public void request(RequestRecord request) {
    fillTo(window.watermark());
  }

  @Override
  public void user(int scenario, boolean start, int millis) {
    fillTo(window.watermark());
  }

  @Override
  public void group(GroupRecord group) {
    fillTo(window.watermark());
  }

  @Override
  public void error(String message, int millis) {
    fillTo(window.watermark());
  }

  /** Adds the seconds before {@code end}, all of whose records have been told. */
  void fillTo(int end) {
    int busyTo = Math.min(end, newest + 1 + TRAILING_SECONDS);
    while (next < busyTo) {
      course.add(point(next));
      next++;
    }
    newest = Seconds.of(window.newestMillis());
    if (next < end) {
      skipTo(end);
    }
  }

  /** Adds seconds without any record: a time in the log must not decide how long this takes. */
  private void skipTo(int end) {
    Seconds last = new Seconds(end - 1, end);
    double active = isKept(last) ? window.inFlight(last)[0] : window.active();
    while (next < end) {
      int seconds = course.room(end - next);
      course.add(silence(seconds, active), seconds);
      next += seconds;
    }
  }

  private LivePoint silence(int seconds, double active) {
    LivePoint.Times none = new LivePoint.Times(Double.NaN, Double.NaN, Double.NaN);
    int to = next + seconds;
    return new LivePoint(
        ((double) to * MILLIS - phases.originMillis()) / MILLIS,
        seconds,
        planned(next, to) / seconds,
        0,
        active,
        0,
        0,
        none);
  }

  private LivePoint point(int second) {
    Seconds own = new Seconds(second, second + 1);
    Figures figures = figures(own);
    Seconds trailing = new Seconds(Math.max(0, second + 1 - TRAILING_SECONDS), second + 1);
    double end = ((second + 1.0) * MILLIS - phases.originMillis()) / MILLIS;
    return new LivePoint(
        end,
        1,
        planned(second, second + 1),
        isKept(own) ? window.started(own) : 0,
        isKept(own) ? window.inFlight(own)[0] : window.active(),
        figures.count(),
        figures.ko(),
        LivePoint.Times.of(figures(trailing)));
  }

  /** After a silence longer than the window there is nothing left to tell of it. */
  private Figures figures(Seconds seconds) {
    int from = Math.max(seconds.from(), window.oldest());
    return from < seconds.to()
        ? window.figures(Scope.EVERYTHING, new Seconds(from, seconds.to()))
        : new Figures();
  }

  private boolean isKept(Seconds seconds) {
    return seconds.from() >= window.oldest();
  }

  private double planned(int fromSecond, int toSecond) {
    if (load == null) {
      return Double.NaN;
    }
    long from = (fromSecond * (long) MILLIS - phases.originMillis()) * NANOS_PER_MILLI;
    long to = (toSecond * (long) MILLIS - phases.originMillis()) * NANOS_PER_MILLI;
    return load.dueBefore(Math.max(0, to)) - load.dueBefore(Math.max(0, from));
  }
}
