package io.tideline.engine.live;

import static io.tideline.engine.schedule.Steering.NEVER;

import io.tideline.engine.live.LoadState.Change;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Slice;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.Steering;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the steering of a run tells of its load: this generator's part of it. */
public final class SteeredLoad implements LoadSource {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Supplier<Steering> steering;
  private final LongSupplier nowNanos;
  private final LongSupplier started;

  /** Known again after a pause, in which nobody knows when the plan will end. */
  private volatile double leftSeconds;

  private volatile double phaseLeftSeconds;

  /**
   * @param steering as it is by now
   * @param nowNanos nanoseconds since the run's first instant
   * @param started how many users have started
   */
  public SteeredLoad(Supplier<Steering> steering, LongSupplier nowNanos, LongSupplier started) {
    this.steering = steering;
    this.nowNanos = nowNanos;
    this.started = started;
  }

  @Override
  public LoadState state() {
    Steering present = steering.get();
    Schedule schedule = present.schedule();
    long now = nowNanos.getAsLong();
    int phase = present.phaseAt(now);
    boolean over = present.isOver(now);
    if (over || present.isRunning()) {
      leftSeconds = left(present, schedule.phases(), now);
      phaseLeftSeconds = left(present, phase + 1, now);
    }
    return new LoadState(
        over ? "ending" : present.isRunning() ? "running" : "paused",
        schedule.plan().load().phases().get(phase).name(),
        now / NANOS_PER_SECOND,
        leftSeconds,
        phaseLeftSeconds,
        present.factor(),
        present.rateAt(now) / slice(present).of(),
        dueBefore(Math.max(0, now)),
        started.getAsLong(),
        counts(present.events()),
        present.events().stream().map(SteeredLoad::change).toList());
  }

  private static double left(Steering steering, int phase, long now) {
    long end = steering.isOver(now) ? now : steering.phaseStartNanos(phase);
    return end == NEVER ? 0 : Math.max(0, end - now) / NANOS_PER_SECOND;
  }

  private static Map<String, Long> counts(List<RunEvent> events) {
    Map<String, Long> counts = new TreeMap<>();
    for (RunEvent.Kind kind : RunEvent.Kind.values()) {
      counts.put(name(kind), 0L);
    }
    events.forEach(event -> counts.merge(name(event.kind()), 1L, Long::sum));
    return counts;
  }

  private static Change change(RunEvent event) {
    return new Change(name(event.kind()), event.reason());
  }

  private static String name(RunEvent.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Slice slice(Steering steering) {
    return steering.schedule().plan().load().slice();
  }

  @Override
  public long phaseStartNanos(int phase) {
    return steering.get().phaseStartNanos(phase);
  }

  @Override
  public long dueBefore(long nanos) {
    Steering present = steering.get();
    return slice(present).share(present.dueBefore(nanos));
  }

  @Override
  public double progress(@Nullable String name) {
    Steering present = steering.get();
    List<Phase> phases = present.schedule().plan().load().phases();
    long due = present.dueBefore(Math.max(0, nowNanos.getAsLong()));
    long planned = 0;
    long been = 0;
    for (int i = 0; i < phases.size(); i++) {
      boolean counts = name == null ? !phases.get(i).warmUp() : name.equals(phases.get(i).name());
      if (counts) {
        long first = present.firstArrival(i);
        long last = present.firstArrival(i + 1);
        planned += last - first;
        been += Math.min(last, Math.max(first, due)) - first;
      }
    }
    return planned == 0 ? 0 : (double) been / planned;
  }
}
