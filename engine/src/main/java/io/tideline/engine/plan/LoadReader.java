package io.tideline.engine.plan;

import io.tideline.engine.plan.Load.Spread;
import java.time.Duration;
import java.util.List;

/**
 * Reads how many users arrive and when: {@code rate}, {@code seed}, {@code arrivals} and {@code
 * phases}, the options on top. An option {@code duration} stretches the measured phases, {@code
 * speedup} then shortens all of them.
 */
final class LoadReader {
  private final Options options;
  private final Problems problems;

  LoadReader(Options options, Problems problems) {
    this.options = options;
    this.problems = problems;
  }

  Load read(Layers layers) {
    Numbers numbers =
        Numbers.read(
            options,
            layers.read("rate", Values.POSITIVE, 1.0),
            layers.read("seed", Values.WHOLE, 1L),
            problems);
    Spread spread = layers.read("arrivals", Values.SPREAD, Spread.EVEN);
    List<Phase> phases = lengths(PhaseReader.read(layers.scenario()), numbers);
    return new Load(
        numbers.rate(), numbers.speedup(), numbers.seed(), spread, numbers.slice(), phases);
  }

  /** Notes what is wrong with the options alone, for a plan that cannot be read any further. */
  void checkOptions() {
    Numbers.read(options, 1, 1, problems);
  }

  private static List<Phase> lengths(List<Phase> phases, Numbers numbers) {
    Duration measured =
        phases.stream()
            .filter(phase -> !phase.warmUp())
            .map(Phase::duration)
            .reduce(Duration.ZERO, Duration::plus);
    Duration wanted = numbers.duration().isZero() ? measured : numbers.duration();
    double stretch = measured.isZero() ? 1 : (double) wanted.toNanos() / measured.toNanos();
    return phases.stream()
        .map(p -> scaled(p, (p.warmUp() ? 1 : stretch) / numbers.speedup()))
        .map(p -> p.instants().isEmpty() ? p : RecordedPhase.levelled(p, numbers.rate()))
        .toList();
  }

  private static Phase scaled(Phase phase, double factor) {
    long nanos = Math.max(1, Math.round(phase.duration().toNanos() * factor));
    return phase.lasting(Duration.ofNanos(nanos));
  }
}
