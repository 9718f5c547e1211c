package io.tideline.engine.injection;

import io.tideline.engine.live.LoadSource;
import io.tideline.engine.live.LoadState;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Slice;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.Steering;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a run under way tells of its load: this generator's part of it. */
final class SteeredLoad implements LoadSource {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Performance run;
  private final Steering steering;
  private final Slice slice;

  /** Known again after a pause, in which nobody knows when the plan will end. */
  private volatile double leftSeconds;

  private volatile double phaseLeftSeconds;

  SteeredLoad(Performance run) {
    this.run = run;
    this.steering = run.steering();
    this.slice = steering.schedule().plan().load().slice();
  }

  @Override
  public LoadState state() {
    Schedule schedule = steering.schedule();
    long now = run.dispatcher().now();
    int phase = steering.phaseAt(now);
    boolean over = steering.isOver(now);
    if (over || steering.isRunning()) {
      leftSeconds = left(schedule.phases(), now, over);
      phaseLeftSeconds = left(phase + 1, now, over);
    }
    return new LoadState(
        over ? "ending" : steering.isRunning() ? "running" : "paused",
        schedule.plan().load().phases().get(phase).name(),
        now / NANOS_PER_SECOND,
        leftSeconds,
        phaseLeftSeconds,
        steering.factor(),
        steering.rateAt(now) / slice.of(),
        dueBefore(Math.max(0, now)),
        run.started(),
        events());
  }

  private double left(int phase, long now, boolean over) {
    long end = over ? now : steering.phaseStartNanos(phase);
    return end == NEVER ? 0 : Math.max(0, end - now) / NANOS_PER_SECOND;
  }

  private Map<String, Long> events() {
    Map<String, Long> counts = new TreeMap<>();
    for (RunEvent.Kind kind : RunEvent.Kind.values()) {
      counts.put(kind.name().toLowerCase(Locale.ROOT), 0L);
    }
    for (RunEvent event : steering.events()) {
      counts.merge(event.kind().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
    }
    return counts;
  }

  @Override
  public long phaseStartNanos(int phase) {
    return steering.phaseStartNanos(phase);
  }

  @Override
  public long dueBefore(long nanos) {
    return slice.share(steering.dueBefore(nanos));
  }

  @Override
  public double progress(@Nullable String name) {
    List<Phase> phases = steering.schedule().plan().load().phases();
    long due = steering.dueBefore(Math.max(0, run.dispatcher().now()));
    long planned = 0;
    long been = 0;
    for (int i = 0; i < phases.size(); i++) {
      boolean counts = name == null ? !phases.get(i).warmUp() : name.equals(phases.get(i).name());
      if (counts) {
        long first = steering.firstArrival(i);
        long last = steering.firstArrival(i + 1);
        planned += last - first;
        been += Math.min(last, Math.max(first, due)) - first;
      }
    }
    return planned == 0 ? 0 : (double) been / planned;
  }
}
