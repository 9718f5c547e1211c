package io.tideline.engine.fault;

import io.tideline.engine.live.Figures;
import io.tideline.engine.live.LiveWindow;
import io.tideline.engine.live.LogFollower;
import io.tideline.engine.live.Seconds;
import io.tideline.engine.plan.FaultGuards;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches the growing log of a run: whether the SLOs hold before anything is broken, and whether
 * nearly everything fails after. Counts the last ten minutes, as far as Gatling has written them.
 * One thread at a time.
 */
final class SteadyState implements SimulationLogListener {
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final double PERCENT = 100;
  private static final long LEAST = 20;
  private static final Duration KEPT = LiveWindow.STANDARD.plus(Duration.ofMinutes(2));

  private final BrokenRun run;
  private final LiveWindow window = new LiveWindow(KEPT);
  private final LogFollower follower;
  private @Nullable RunRecord began;

  SteadyState(BrokenRun run) {
    this.run = run;
    this.follower = new LogFollower(run.log(), List.of(this, window));
  }

  @Override
  public void run(RunRecord record) {
    began = record;
  }

  /** Reads what the log has got. */
  void look() throws IOException {
    follower.poll();
  }

  /**
   * Why nothing may be broken yet: an SLO that did not hold so far, or too little to tell; nothing
   * when all that can be told hold. An SLO with too few values is passed over.
   */
  Optional<String> problem() {
    int known = 0;
    Duration begin = Duration.ZERO;
    for (Phase phase : run.plan().load().phases()) {
      Duration end = begin.plus(phase.duration());
      for (Slo slo : run.plan().slos()) {
        if (!phase.warmUp() && isOf(slo, phase)) {
          Optional<Seconds> seconds = seconds(begin, end);
          Figures figures = seconds.map(s -> window.figures(slo.scope(), s)).orElse(null);
          if (figures != null && isKnown(slo, figures)) {
            known++;
            if (figures.value(slo.metric()) > slo.limit()) {
              return Optional.of(sentence(slo, figures, phase));
            }
          }
        }
      }
      begin = end;
    }
    return known > 0 ? Optional.empty() : Optional.of("too few requests tell of it");
  }

  /** An SLO without a phase is asked in each of them by itself. */
  private static boolean isOf(Slo slo, Phase phase) {
    String own = slo.scope().phase();
    return own == null || own.equals(phase.name());
  }

  private static boolean isKnown(Slo slo, Figures figures) {
    return figures.countOf(slo.metric()) >= Math.max(LEAST, slo.metric().leastValues());
  }

  private static String sentence(Slo slo, Figures figures, Phase phase) {
    boolean share = slo.metric() == Metric.ERRORS;
    double factor = share ? PERCENT : 1;
    return String.format(
        Locale.ROOT,
        "%s: %s is %.4g %s in phase %s, %.4g %s allowed",
        slo.scope(),
        slo.metric().key(),
        figures.value(slo.metric()) * factor,
        share ? "%" : "ms",
        phase.name(),
        slo.limit() * factor,
        share ? "%" : "ms");
  }

  /** A part of the plan on the log's clock, as far as it has been and is kept. */
  private Optional<Seconds> seconds(Duration begin, Duration end) {
    long first = run.whenNanos(begin);
    long last = run.whenNanos(end);
    if (first == BrokenRun.NEVER || began == null) {
      return Optional.empty();
    }
    int to =
        Math.min(window.watermark(), last == BrokenRun.NEVER ? Integer.MAX_VALUE : second(last));
    int oldest = Math.max(0, window.watermark() - Math.toIntExact(LiveWindow.STANDARD.toSeconds()));
    int from = Math.max(oldest, second(first));
    return from < to ? Optional.of(new Seconds(from, to)) : Optional.empty();
  }

  /** Why everything is to be ended: a share of errors above the guard's. */
  Optional<String> tooManyErrors(FaultGuards guards) {
    int to = window.watermark();
    int from = to - Math.toIntExact(guards.window().toSeconds());
    if (from < 0) {
      return Optional.empty();
    }
    Figures figures = window.figures(Scope.EVERYTHING, new Seconds(from, to));
    boolean broken = figures.count() >= LEAST && figures.errorShare() > guards.errors();
    return broken
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "guard: errors %.1f %% for %d s, %.1f %% allowed",
                figures.errorShare() * PERCENT,
                guards.window().toSeconds(),
                guards.errors() * PERCENT))
        : Optional.empty();
  }

  /** An instant of the run as a second of the log's clock, rounded up. */
  private int second(long nanos) {
    RunRecord record = began;
    long start = record == null ? run.originMillis() : record.startEpochMillis();
    long millis = run.originMillis() + TimeUnit.NANOSECONDS.toMillis(nanos) - start;
    return (int) Math.max(0, Math.ceil(millis / MILLIS_PER_SECOND));
  }
}
