package io.tideline.engine.fault;

import io.tideline.engine.plan.FaultPlan;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.schedule.Plans;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.simlog.LogBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of a minute whose clock and log the test makes; one that errors of 20 % break. */
final class FakeBrokenRun implements BrokenRun {
  private static final long START = 1_790_000_000_000L;
  private static final int PER_SECOND = 10;
  private static final int MILLIS = 1_000;

  private final Plan plan;
  private final Path log;
  private final LogBytes records = LogBytes.withRun();
  private final List<RunEvent> events = new ArrayList<>();
  private int written;
  private long nowNanos = -1;
  private boolean paused;
  private @Nullable String stopped;
  private @Nullable String aborted;

  FakeBrokenRun(FaultPlan faults, Path log) {
    Plan base = Plans.of(1, new Mix(Map.of("a", 1)), Plans.hold("main", 1, Duration.ofMinutes(1)));
    this.plan = base.breaking(faults);
    this.log = log;
  }

  /** So many more seconds of requests that succeed. */
  FakeBrokenRun healthyFor(int seconds) {
    return requests(seconds, "");
  }

  /** So many more seconds of requests that fail. */
  FakeBrokenRun failingFor(int seconds) {
    return requests(seconds, "no");
  }

  private FakeBrokenRun requests(int seconds, String failure) {
    for (int i = 0; i < seconds * PER_SECOND; i++) {
      int end = written * MILLIS + i * MILLIS / PER_SECOND + 1;
      records.request(List.of("a"), "Open", Math.max(0, end - 50), end, failure);
    }
    written += seconds;
    try {
      Files.write(log, records.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  void at(int second) {
    nowNanos = Duration.ofSeconds(second).toNanos();
  }

  void pause() {
    paused = true;
  }

  /** Kind and fault of each event. */
  List<String> events() {
    return events.stream().map(event -> event.kind() + " " + event.reason()).toList();
  }

  /** Second of the run of each event. */
  List<Long> seconds() {
    return events.stream().map(event -> Duration.ofNanos(event.atNanos()).toSeconds()).toList();
  }

  List<String> details() {
    return events.stream().map(event -> String.valueOf(event.detail())).toList();
  }

  String stopped() {
    return String.valueOf(stopped);
  }

  String aborted() {
    return String.valueOf(aborted);
  }

  @Override
  public Plan plan() {
    return plan;
  }

  @Override
  public long nowNanos() {
    return nowNanos;
  }

  @Override
  public long whenNanos(Duration planned) {
    return paused ? NEVER : planned.toNanos();
  }

  @Override
  public boolean isOver() {
    return stopped != null || aborted != null;
  }

  @Override
  public Path log() {
    return log;
  }

  @Override
  public long originMillis() {
    return START;
  }

  @Override
  public void note(RunEvent event) {
    events.add(event);
  }

  @Override
  public void stop(String reason) {
    stopped = reason;
  }

  @Override
  public void abort(String reason) {
    aborted = reason;
  }
}
