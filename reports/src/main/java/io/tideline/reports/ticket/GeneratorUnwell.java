package io.tideline.reports.ticket;

import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.Generator;
import io.tideline.reports.stats.Injection;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The generator was not fit for the load, so that the run proves nothing. */
record GeneratorUnwell(FailedCheck failed) implements Finding {
  private static final double BUSY = 0.85;
  private static final double IDLE = 0.5;
  private static final double MICROS_PER_MILLI = 1e3;

  @Override
  public String kind() {
    return "generator";
  }

  @Override
  public String title() {
    String phase = failed.scope().phase();
    return "The generator was not fit for "
        + failed.where()
        + ": "
        + failed.check().metric()
        + (phase == null ? "" : " in " + phase);
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public Sureness sureness() {
    return Sureness.SURE;
  }

  @Override
  public List<String> evidence() {
    List<String> facts = new ArrayList<>();
    Run run = failed.run();
    Injection injection = run.injection();
    if (injection != null) {
      for (Injection.Phase phase : injection.phases()) {
        facts.add(
            String.format(
                Locale.ROOT,
                "%s: %s of %s started, lag p99 %s, at most %s",
                phase.phase(),
                Figures.number(phase.started()),
                Figures.count(phase.offered(), "due user"),
                Figures.millis(phase.lagMicros().at(0.99) / MICROS_PER_MILLI),
                Figures.millis(phase.lagMicros().max() / MICROS_PER_MILLI)));
      }
    }
    Generator generator = run.generator();
    if (generator != null) {
      facts.add(
          String.format(
              Locale.ROOT,
              "Longest pause %s, collections %s in all and %s at most in a second, %s in the longest"
                  + " queue, heap at most %,d MB",
              Figures.millis(generator.pauseMaxMillis()),
              Figures.millis(generator.gcMillis()),
              Figures.millis(generator.gcMaxMillis()),
              Figures.count(generator.queuedMax(), "task"),
              generator.heapMaxBytes() >> 20));
    }
    return facts;
  }

  @Override
  public List<String> suspicions() {
    Generator generator = failed.run().generator();
    if (generator == null) {
      return List.of();
    }
    List<String> suspicions = new ArrayList<>();
    if (generator.cpuMax() >= BUSY) {
      suspicions.add(
          "Its processors were used to "
              + Figures.share(generator.cpuMax())
              + " at most: the rate is too much for this machine, or another program shared it");
    }
    if (generator.gcMaxMillis() >= generator.pauseMaxMillis() / 2 && generator.gcMaxMillis() > 0) {
      suspicions.add(
          "Collections took "
              + Figures.millis(generator.gcMaxMillis())
              + " within one second, against a longest pause of "
              + Figures.millis(generator.pauseMaxMillis())
              + ": the generator has too little memory");
    }
    if (suspicions.isEmpty() && generator.cpuMax() < IDLE) {
      suspicions.add(
          "Its own processors were used to no more than "
              + Figures.share(generator.cpuMax())
              + " and collections were short: the machine was held up from outside (another virtual"
              + " machine, a limit of its container, a clock that jumped)");
    }
    return suspicions;
  }

  @Override
  public List<String> fixes() {
    return List.of(
        "Give the generator a machine of its own, away from the target",
        "Lower the rate, or spread the run over several generators with -Dslice=0/3, 1/3, 2/3",
        "Give it more processors or memory; docs/RATIONALE.md tells what its JVM's settings do");
  }
}
