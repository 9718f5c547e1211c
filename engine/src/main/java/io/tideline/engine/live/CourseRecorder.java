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
    while (next < end) {
      course.add(point(next));
      next++;
    }
  }

  private LivePoint point(int second) {
    Seconds own = new Seconds(second, second + 1);
    Figures figures = figures(own);
    Seconds trailing = new Seconds(Math.max(0, second + 1 - TRAILING_SECONDS), second + 1);
    double end = ((second + 1.0) * MILLIS - phases.originMillis()) / MILLIS;
    return new LivePoint(
        end,
        1,
        planned(second),
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

  private double planned(int second) {
    if (load == null) {
      return Double.NaN;
    }
    long from = (second * (long) MILLIS - phases.originMillis()) * NANOS_PER_MILLI;
    long to = from + MILLIS * NANOS_PER_MILLI;
    return load.dueBefore(Math.max(0, to)) - load.dueBefore(Math.max(0, from));
  }
}
