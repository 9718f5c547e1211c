package io.tideline.engine.injection;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;

import io.gatling.javaapi.core.OpenInjectionStep;
import io.tideline.engine.profile.Line;
import io.tideline.engine.profile.RateCurve;
import java.time.Duration;
import java.util.List;

/**
 * Rate curves for simulations that stay with Gatling's own injection: {@code
 * scenario.injectOpen(GatlingSteps.of(curve))}. The users come in Gatling's batches then, once a
 * second.
 */
public final class GatlingSteps {
  private static final double NANOS_PER_SECOND = 1e9;

  private GatlingSteps() {}

  /** A step for each straight piece of {@code curve}. */
  public static List<OpenInjectionStep> of(RateCurve curve) {
    return curve.lines().stream().map(GatlingSteps::step).toList();
  }

  private static OpenInjectionStep step(Line line) {
    Duration lasts = Duration.ofNanos(Math.round(line.durationSeconds() * NANOS_PER_SECOND));
    if (line.from() == 0 && line.to() == 0) {
      return nothingFor(lasts);
    }
    return line.from() == line.to()
        ? constantUsersPerSec(line.from()).during(lasts)
        : rampUsersPerSec(line.from()).to(line.to()).during(lasts);
  }
}
