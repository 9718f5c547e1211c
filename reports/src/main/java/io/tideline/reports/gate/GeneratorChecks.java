package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Validity;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.Generator;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the generator was well enough to be believed. One that is out of processor time, or
 * stands still, measures itself: what it calls the target's latency is partly its own.
 */
final class GeneratorChecks {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MILLIS_PER_SECOND = 1e3;

  /** One is written each second; a machine that is out of processor time writes fewer. */
  private static final double SAMPLES_A_SECOND = 0.5;

  private static final double MISSING = 10;

  /** A shorter run may have ended before the first. */
  private static final double SHORT_SECONDS = 3;

  private GeneratorChecks() {}

  /** The checks on the generator of {@code run}; none of a run that Tideline did not make. */
  static List<Check> of(Run run, Validity validity) {
    boolean busy = validity.cpu() < 1 && Validity.isOn(validity.cpuFor());
    boolean pause = Validity.isOn(validity.pause());
    List<Check> checks = new ArrayList<>();
    if (run.plan() != null && (busy || pause)) {
      recorded(run).ifPresent(checks::add);
    }
    Generator generator = run.generator();
    if (generator != null && busy) {
      checks.add(busy(generator, validity));
    }
    if (generator != null && pause) {
      checks.add(pause(generator, validity));
    }
    return checks;
  }

  /** Of a generator that nothing, or next to nothing, is known of nobody knows if it was well. */
  private static Optional<Check> recorded(Run run) {
    Generator generator = run.generator();
    long samples = generator == null ? 0 : generator.samples();
    double seconds =
        run.phases().stream()
            .filter(phase -> !phase.warmUp())
            .mapToDouble(PhaseRow::durationSeconds)
            .sum();
    double wanted = Math.max(1, seconds * SAMPLES_A_SECOND - MISSING);
    return seconds < SHORT_SECONDS || samples >= wanted
        ? Optional.empty()
        : Optional.of(
            new Check(
                "validity/generator/record",
                Kind.VALIDITY,
                Scope.EVERYTHING,
                "generator record",
                (double) samples,
                Math.ceil(wanted),
                "samples",
                samples,
                Status.FAIL,
                String.format(
                    Locale.ROOT,
                    "%s of the generator's health (tideline/generator.jsonl) outside the warm-up, of"
                        + " a run of %.0f s; nothing says whether it kept up: copy the whole"
                        + " folder, or run again",
                    samples == 0 ? "No record" : "Only " + Figures.count(samples, "sample"),
                    seconds)));
  }

  private static Check busy(Generator generator, Validity validity) {
    double limitSeconds = validity.cpuFor().toMillis() / MILLIS_PER_SECOND;
    boolean met = generator.busySeconds() <= limitSeconds;
    String figures =
        String.format(
            Locale.ROOT,
            "Generator above %s of its processors for %.0f s on end, at most %.0f s wanted",
            Figures.share(validity.cpu()),
            generator.busySeconds(),
            limitSeconds);
    return new Check(
        "validity/generator/cpu",
        Kind.VALIDITY,
        Scope.EVERYTHING,
        "generator busy",
        generator.busySeconds(),
        limitSeconds,
        "s",
        generator.samples(),
        met ? Status.PASS : Status.FAIL,
        met ? figures : figures + "; lower the rate, or use a larger machine or more generators");
  }

  private static Check pause(Generator generator, Validity validity) {
    double limitMillis = validity.pause().toNanos() / NANOS_PER_MILLI;
    boolean met = generator.pauseMaxMillis() <= limitMillis;
    String figures =
        "Longest pause of the generator "
            + Figures.millis(generator.pauseMaxMillis())
            + ", at most "
            + Figures.millis(limitMillis)
            + " wanted";
    return new Check(
        "validity/generator/pause",
        Kind.VALIDITY,
        Scope.EVERYTHING,
        "generator pause",
        generator.pauseMaxMillis(),
        limitMillis,
        "ms",
        generator.samples(),
        met ? Status.PASS : Status.FAIL,
        met ? figures : figures + "; give it a machine of its own, or more memory");
  }
}
