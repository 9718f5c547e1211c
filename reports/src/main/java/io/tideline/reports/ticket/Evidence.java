package io.tideline.reports.ticket;

import io.tideline.engine.schedule.RunEvent;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.Generator;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The facts of a ticket besides the check's answer, one sentence each: what every ticket states,
 * and those of its kind.
 */
final class Evidence {
  private static final int MOST_FAILURES = 5;
  private static final int MOST_EVENTS = 5;
  private static final double NANOS_PER_SECOND = 1e9;

  private Evidence() {}

  static List<String> of(Finding finding, Reach reach) {
    Run run = finding.failed().run();
    List<String> facts = new ArrayList<>();
    facts.add(reach.sentence());
    facts.addAll(finding.evidence());
    addFailures(Failures.of(run, finding.failed().scope()), facts);
    facts.add(ran(run.info()));
    addEvents(run, facts);
    Generator generator = run.generator();
    if (generator != null) {
      facts.add(
          "Generator: processors "
              + Figures.share(generator.cpuMean())
              + " on average and "
              + Figures.share(generator.cpuMax())
              + " at most, longest pause "
              + Figures.millis(generator.pauseMaxMillis()));
    }
    return facts;
  }

  private static void addFailures(Failures failures, List<String> facts) {
    failures.kinds().stream().limit(MOST_FAILURES).forEach(kind -> facts.add(kind.sentence()));
    int more = failures.kinds().size() - MOST_FAILURES;
    if (more > 0) {
      facts.add("And " + Figures.count(more, "other kind") + " of failures in run.json");
    }
  }

  private static String ran(RunInfo info) {
    Instant start = info.start();
    return String.format(
        Locale.ROOT,
        "Run %s%s lasted %,.0f s and is %s",
        info.id(),
        start == null ? "" : " of " + start,
        info.durationSeconds(),
        info.ending().key());
  }

  private static void addEvents(Run run, List<String> facts) {
    for (RunEvent event : run.events().stream().limit(MOST_EVENTS).toList()) {
      facts.add(
          String.format(
              Locale.ROOT,
              "Event at second %.1f: %s (%s)",
              event.atNanos() / NANOS_PER_SECOND,
              event.kind().name().toLowerCase(Locale.ROOT),
              event.reason()));
    }
  }
}
