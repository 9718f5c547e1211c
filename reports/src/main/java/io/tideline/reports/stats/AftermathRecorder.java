package io.tideline.reports.stats;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Resilience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run's folder holds on its faults, on the way to an {@link Aftermath}. */
final class AftermathRecorder {
  private static final double MILLIS_PER_SECOND = 1e3;

  /** Of a run without any such record. */
  static final AftermathRecorder NONE = new AftermathRecorder(null, null, null, null);

  private final @Nullable ProxyRecorder proxies;
  private final @Nullable Transitions transitions;
  private final @Nullable WriteCounts writes;

  /** Name of a resource that tells when the breaker is open. */
  private final @Nullable String sampled;

  private AftermathRecorder(
      @Nullable ProxyRecorder proxies,
      @Nullable Transitions transitions,
      @Nullable WriteCounts writes,
      @Nullable String sampled) {
    this.proxies = proxies;
    this.transitions = transitions;
    this.writes = writes;
    this.sampled = sampled;
  }

  /**
   * The records in {@code tideline}, a run's folder.
   *
   * @throws IOException with file and reason when one cannot be read
   */
  static AftermathRecorder read(Path tideline, Plan plan) throws IOException {
    Resilience promised = plan.resilience();
    Resilience.Breaker breaker = promised == null ? null : promised.breaker();
    return new AftermathRecorder(
        ProxyRecorder.read(tideline),
        TransitionsFile.read(tideline),
        WritesFile.read(tideline),
        breaker == null ? null : breaker.resource());
  }

  /** All of it; null when nothing is known. */
  @Nullable Aftermath aftermath(
      TimeLine line, @Nullable Instant start, @Nullable Resources resources) {
    List<Dependency> dependencies = proxies == null ? List.of() : proxies.dependencies(line);
    Aftermath aftermath = new Aftermath(dependencies, transitions(start, resources), writes);
    return aftermath.isEmpty() ? null : aftermath;
  }

  /** What the target listed; where it lists nothing, what was sampled of it. */
  private @Nullable Transitions transitions(
      @Nullable Instant start, @Nullable Resources resources) {
    if (transitions != null) {
      return start == null ? null : transitions.since(start.toEpochMilli() / MILLIS_PER_SECOND);
    }
    return sampled == null ? null : SampledTransitions.of(resources, sampled);
  }
}
