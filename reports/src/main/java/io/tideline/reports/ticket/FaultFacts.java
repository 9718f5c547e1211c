package io.tideline.reports.ticket;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.FaultWindow;
import io.tideline.reports.stats.FaultWindows;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happened around a run's faults, a sentence for each window that had time. */
final class FaultFacts {
  private static final int MOST = 8;
  private static final double P95 = 0.95;

  private FaultFacts() {}

  static List<String> of(Run run) {
    List<String> facts = new ArrayList<>();
    FaultWindows.of(run).stream()
        .filter(window -> window.intervals() > 0)
        .limit(MOST)
        .forEach(window -> facts.add(sentence(window)));
    return facts;
  }

  private static String sentence(FaultWindow window) {
    Latencies times = window.latencies(Scope.EVERYTHING);
    long failed = window.failures(Scope.EVERYTHING);
    long all = times.count() + failed;
    return String.format(
        Locale.ROOT,
        "Second %.0f to %.0f, %s: %s, %s of them failed, p95 %s",
        window.fromSeconds(),
        window.toSeconds(),
        window.words(),
        Figures.count(all, "request"),
        Figures.share(all == 0 ? 0 : (double) failed / all),
        times.count() == 0 ? "unknown" : Figures.millis(times.at(P95)));
  }
}
