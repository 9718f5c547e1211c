package io.tideline.engine.injection;

import io.tideline.engine.live.Abort;
import io.tideline.engine.live.AbortRule;
import io.tideline.engine.live.AbortWatch;
import io.tideline.engine.live.LiveWindow;
import io.tideline.engine.live.LogFollower;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.schedule.Steering;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches the growing log of a run for SLOs that are to stop it. The same SLOs are judged at the
 * end, from the same log. A phase's own SLO counts within its phase only; no SLO counts in the
 * warm-up. One thread at a time.
 */
final class SloWatch implements SimulationLogListener {
  private static final long MILLIS_PER_SECOND = TimeUnit.SECONDS.toMillis(1);

  private final Steering steering;
  private final long originMillis;
  private final LongSupplier nowNanos;
  private final LiveWindow window;
  private final LogFollower follower;
  private @Nullable RunRecord run;

  /**
   * @param log Gatling's record of the run
   * @param steering of the run
   * @param originMillis wall clock at the run's first instant
   * @param nowNanos nanoseconds since that instant
   */
  SloWatch(Path log, Steering steering, long originMillis, LongSupplier nowNanos) {
    this.steering = steering;
    this.originMillis = originMillis;
    this.nowNanos = nowNanos;
    Duration longest =
        aborting(steering).stream()
            .map(slo -> Objects.requireNonNull(slo.abort()))
            .max(Duration::compareTo)
            .orElse(Duration.ofSeconds(1));
    this.window = new LiveWindow(longest.plus(LiveWindow.STANDARD));
    this.follower = new LogFollower(log, List.of(this, window));
  }

  /** Whether any SLO of the plan may stop its run. */
  static boolean isNeeded(Steering steering) {
    return !aborting(steering).isEmpty();
  }

  private static List<Slo> aborting(Steering steering) {
    return steering.schedule().plan().slos().stream().filter(slo -> slo.abort() != null).toList();
  }

  @Override
  public void run(RunRecord record) {
    run = record;
  }

  /**
   * Reads what the log has got and says whether the run is to be stopped.
   *
   * @throws IOException when the log cannot be read
   */
  Optional<Abort> look() throws IOException {
    follower.poll();
    int phase = steering.phaseAt(nowNanos.getAsLong());
    List<Phase> phases = steering.schedule().plan().load().phases();
    if (run == null || phases.get(phase).warmUp()) {
      return Optional.empty();
    }
    Optional<Abort> anywhere = check(null, firstMeasured(phases));
    return anywhere.isPresent() ? anywhere : check(phases.get(phase).name(), phase);
  }

  private Optional<Abort> check(@Nullable String phaseName, int since) {
    List<AbortRule> rules =
        aborting(steering).stream()
            .filter(slo -> Objects.equals(slo.scope().phase(), phaseName))
            .map(slo -> AbortRule.of(slo, Objects.requireNonNull(slo.abort())))
            .toList();
    return new AbortWatch(rules, second(steering.phaseStartNanos(since)))
        .check(window, second(nowNanos.getAsLong()));
  }

  private static int firstMeasured(List<Phase> phases) {
    int phase = 0;
    while (phases.get(phase).warmUp()) {
      phase++;
    }
    return phase;
  }

  /** An instant of the run as a second of the log's clock, rounded up. */
  private int second(long nanos) {
    long start = run == null ? originMillis : run.startEpochMillis();
    long millis = originMillis + TimeUnit.NANOSECONDS.toMillis(nanos) - start;
    return Math.toIntExact(Math.max(0, -Math.floorDiv(-millis, MILLIS_PER_SECOND)));
  }
}
