package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Validity;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the generator was well enough to be believed. One that is out of processor time, or
 * stands still, measures itself: what it calls the target's latency is partly its own.
 */
final class GeneratorChecks {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MILLIS_PER_SECOND = 1e3;

  private GeneratorChecks() {}

  static List<Check> of(Generator generator, Validity validity) {
    List<Check> checks = new ArrayList<>();
    if (validity.cpu() < 1 && Validity.isOn(validity.cpuFor())) {
      checks.add(busy(generator, validity));
    }
    if (Validity.isOn(validity.pause())) {
      checks.add(pause(generator, validity));
    }
    return checks;
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
