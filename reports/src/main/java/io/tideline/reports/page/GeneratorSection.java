package io.tideline.reports.page;

import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.Generator;
import io.tideline.reports.stats.Injection;
import io.tideline.reports.stats.Run;

/** Whether the generator did its part: how late users started, and how its machine fared. */
final class GeneratorSection {
  private static final double MICROS_PER_MILLI = 1_000;
  private static final double MIB = 1 << 20;

  private GeneratorSection() {}

  static String html(Run run) {
    return Section.of("generator", "The generator", injection(run) + health(run));
  }

  private static String injection(Run run) {
    Injection injection = run.injection();
    if (injection == null) {
      return Section.note("No start records found: start delay is unknown.");
    }
    String cards =
        "<dl class=\"cards\">"
            + Section.card(
                "Users started",
                Figures.number(injection.started()),
                "of " + Figures.number(injection.offered()) + " due")
            + lag(injection, "Lag, p50", 0.5)
            + lag(injection, "p90", 0.9)
            + lag(injection, "p99", 0.99)
            + lag(injection, "max", 1)
            + "</dl>";
    return cards
        + (injection.lagMicros().max() == 0
            ? ""
            : Section.chart("lag", "How late users started: what one in so many exceeds"));
  }

  private static String lag(Injection injection, String name, double quantile) {
    return Section.card(
        name,
        injection.lagMicros().count() == 0
            ? Words.UNKNOWN
            : Figures.millis(injection.lagMicros().at(quantile) / MICROS_PER_MILLI),
        "");
  }

  private static String health(Run run) {
    Generator generator = run.generator();
    if (generator == null) {
      return Section.note("No generator records found: whether it kept up is unknown.");
    }
    return "<dl class=\"cards\">"
        + Section.card(
            "Processors",
            Figures.share(generator.cpuMean()),
            "on average; at most " + Figures.share(generator.cpuMax()))
        + Section.card(
            "Longest pause", Figures.millis(generator.pauseMaxMillis()), "of the whole process")
        + Section.card(
            "Collections",
            Figures.millis(generator.gcMillis()),
            "in all; at most " + Figures.millis(generator.gcMaxMillis()) + " in a second")
        + Section.card(
            "Heap", Words.format("%,.0f MiB", generator.heapMaxBytes() / MIB), "at most in use")
        + Section.card(
            "Queue", Figures.number(generator.queuedMax()), "tasks at most on one event loop")
        + "</dl>\n";
  }
}
