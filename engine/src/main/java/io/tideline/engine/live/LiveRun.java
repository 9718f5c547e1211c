package io.tideline.engine.live;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.simlog.LogEnd;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run while it goes on: reads on in its log and says how it stands. One thread calls {@link
 * #look} about twice a second; {@link #state} may be asked from any thread, everything else from
 * that one only.
 */
public final class LiveRun {
  private static final int RECENT_SECONDS = 10;
  private static final int TABLE_SECONDS = 60;
  private static final int MILLIS = 1_000;

  private final LiveSubject subject;
  private final LiveWindow window = new LiveWindow(LiveWindow.STANDARD);
  private final LogTotals totals = new LogTotals();
  private final SloLedger ledger;
  private final LateRequests late;
  private final CourseRecorder recorder;
  private final LogFollower follower;
  private volatile LiveState state;
  private volatile boolean ended;
  private long bytes;
  private String problem = "";

  /**
   * @param subject what is watched
   * @param meters are told each record as well, after the subject's phases
   */
  public LiveRun(LiveSubject subject, List<SimulationLogListener> meters) {
    this.subject = subject;
    this.ledger = new SloLedger(subject.slos(), subject.phases());
    this.late = LateRequests.of(subject, ledger);
    this.recorder = new CourseRecorder(window, subject.phases(), subject.load());
    List<SimulationLogListener> listeners = new ArrayList<>();
    listeners.addAll(List.of(subject.phases(), window, totals, ledger, late, recorder));
    listeners.addAll(meters);
    this.follower = new LogFollower(subject.log(), listeners);
    this.state = made();
  }

  /** What is watched. */
  public LiveSubject subject() {
    return subject;
  }

  /** Reads what the log has got by now. A log that cannot be read is told of in the state. */
  public LiveState look() {
    subject.phases().refresh();
    boolean whole = isRecordedWhole();
    read();
    count(whole ? window.newestMillis() + 1L : window.watermark() * (long) MILLIS);
    LiveState made = made();
    state = made;
    return made;
  }

  /** Reads the rest of a log that is complete; from then on the run has ended. */
  public void end() {
    subject.phases().refresh();
    while (read() > 0) {
      // Until nothing is left: Gatling may close the log while it is read.
    }
    follower.finish();
    count(window.newestMillis() + 1L);
    recorder.fillTo(window.newestMillis() / MILLIS + 1);
    ended = true;
    state = made();
  }

  /** Whether another process has written all of the run's records. */
  private boolean isRecordedWhole() {
    LoadSource source = subject.load();
    return source != null && source.state().state().equals(LoadState.ENDED);
  }

  /** Lets late users' requests count from when they were due, those before an instant. */
  private void count(long logMillis) {
    try {
      late.tellUntil(logMillis);
    } catch (IOException e) {
      problem = String.valueOf(e.getMessage());
    }
  }

  private long read() {
    try {
      long read = follower.poll();
      bytes += read;
      LogEnd end = follower.end();
      problem = end instanceof LogEnd.Damaged ? end.sentence(subject.log()) : "";
      return read;
    } catch (IOException e) {
      problem = String.valueOf(e.getMessage());
      return 0;
    }
  }

  private LiveState made() {
    LoadSource source = subject.load();
    LoadState load = source == null ? null : source.state();
    return new LiveState(
        load != null && ended ? load.ended() : load,
        log(),
        ledger.states(phase -> progress(source, phase)),
        recent());
  }

  private static double progress(@Nullable LoadSource source, @Nullable String phase) {
    return source == null ? Double.NaN : source.progress(phase);
  }

  private LogState log() {
    RunRecord run = totals.run();
    return new LogState(
        run == null ? 0 : run.startEpochMillis(),
        window.newestMillis(),
        bytes,
        totals.ok(),
        totals.ko(),
        Math.max(0, window.active()),
        totals.unmatched(),
        totals.impossible(),
        problem);
  }

  private Recent recent() {
    Seconds seconds = last(RECENT_SECONDS);
    Figures figures = window.figures(Scope.EVERYTHING, seconds);
    double length = Math.max(1, seconds.length());
    return new Recent(
        figures.count() / length,
        window.started(seconds) / length,
        figures.errorShare(),
        LivePoint.Times.of(figures));
  }

  private Seconds last(int seconds) {
    int to = window.watermark();
    return new Seconds(Math.max(0, to - seconds), to);
  }

  /** Gatling's own word on the log, once its first record has been read. */
  public @Nullable RunRecord record() {
    return totals.run();
  }

  /** How the run stood when it was last looked at. */
  public LiveState state() {
    return state;
  }

  /** Its course so far. */
  public LiveCourse course() {
    return recorder.course();
  }

  /** Each request over the last minute, in the order in which they were first seen. */
  public List<RequestLine> requests() {
    Seconds seconds = last(TABLE_SECONDS);
    double length = Math.max(1, seconds.length());
    return window.names().stream()
        .map(
            name -> {
              Scope scope = new Scope(name.journey(), name.request(), null);
              Figures figures = window.figures(scope, seconds);
              return new RequestLine(
                  name.journey(),
                  name.request(),
                  figures.count() / length,
                  figures.errorShare(),
                  LivePoint.Times.of(figures));
            })
        .toList();
  }
}
