package io.tideline.engine.live;

import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A load that goes exactly as planned, at ten users per second. */
public final class FakeLoad implements LoadSource {
  private static final long NANOS = 1_000_000_000;

  private final Plan plan;
  public volatile double elapsedSeconds;
  public volatile String state = "running";

  public FakeLoad(Plan plan) {
    this.plan = plan;
  }

  @Override
  public LoadState state() {
    int phase = 0;
    while (phase + 1 < plan.load().phases().size()
        && phaseStartNanos(phase + 1) <= elapsedSeconds * NANOS) {
      phase++;
    }
    long due = dueBefore((long) (elapsedSeconds * NANOS));
    return new LoadState(
        state,
        plan.load().phases().get(phase).name(),
        elapsedSeconds,
        plan.duration().toSeconds() - elapsedSeconds,
        phaseStartNanos(phase + 1) / (double) NANOS - elapsedSeconds,
        1,
        plan.load().rate(),
        due,
        due,
        Map.of("pause", 1L, "resume", 0L),
        List.of(new LoadState.Change("pause", "by hand")));
  }

  @Override
  public long phaseStartNanos(int phase) {
    return plan.load().phases().stream().limit(phase).mapToLong(p -> p.duration().toNanos()).sum();
  }

  @Override
  public long dueBefore(long nanos) {
    return Math.round(plan.load().rate() * nanos / NANOS);
  }

  @Override
  public double progress(@Nullable String name) {
    double planned = 0;
    double been = 0;
    for (int i = 0; i < plan.load().phases().size(); i++) {
      Phase phase = plan.load().phases().get(i);
      if (name == null ? !phase.warmUp() : name.equals(phase.name())) {
        double length = phase.duration().toNanos();
        planned += length;
        been += Math.max(0, Math.min(length, elapsedSeconds * NANOS - phaseStartNanos(i)));
      }
    }
    return been / planned;
  }
}
