package io.tideline.engine.injection;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Validity;
import io.tideline.engine.schedule.Schedule;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;

/**
 * Says while a run goes on that it will prove nothing: so many users have started later than the
 * plan's {@code lag-p99} allows that the 99th percentile of all of them cannot keep to it any more,
 * even if every later one is in time. Each phase is judged by itself, as it is afterwards, and
 * warm-ups are not. Thread safe, and quick: it is asked at each start.
 */
final class LateStarts {
  private static final double SHARE = 0.01;
  private static final double NANOS_PER_SECOND = 1e9;

  /** As many as a 99th percentile needs afterwards. */
  static final int LEAST = 368;

  private final Schedule schedule;
  private final long limitNanos;
  private final Consumer<String> say;
  private final AtomicLongArray late;
  private final AtomicBoolean said;

  /**
   * @param say is told one sentence, at most once, on any thread
   */
  LateStarts(Schedule schedule, Consumer<String> say) {
    Plan plan = schedule.plan();
    Validity validity = plan.validity();
    this.schedule = schedule;
    this.say = say;
    limitNanos = Validity.isOn(validity.lagP99()) ? validity.lagP99().toNanos() : Long.MAX_VALUE;
    late = new AtomicLongArray(schedule.phases());
    // A search takes as many users as it needs, and judges the generator at each step.
    said = new AtomicBoolean(plan.search() != null);
  }

  /** A user has started. */
  void started(long arrival, long dueNanos, long startNanos) {
    if (startNanos - dueNanos <= limitNanos || said.get()) {
      return;
    }
    int phase = schedule.phaseOf(arrival);
    if (schedule.plan().load().phases().get(phase).warmUp()) {
      return;
    }
    long offered = schedule.plan().load().slice().share(schedule.offered(phase));
    long now = late.incrementAndGet(phase);
    if (offered >= LEAST && now > SHARE * offered && said.compareAndSet(false, true)) {
      say.accept(sentence(phase, now, dueNanos, startNanos));
    }
  }

  private String sentence(int phase, long now, long dueNanos, long startNanos) {
    return String.format(
        Locale.ROOT,
        "the generator is too late at %.0f s: %,d users of %s have started over %d ms after their"
            + " time, the last of them %.1f s, and more than 1 in 100 may not; this run will be"
            + " INVALID: end it, and give the generator more processor time, lower the rate, or use"
            + " more generators",
        startNanos / NANOS_PER_SECOND,
        now,
        schedule.plan().load().phases().get(phase).name(),
        limitNanos / 1_000_000,
        (startNanos - dueNanos) / NANOS_PER_SECOND);
  }
}
