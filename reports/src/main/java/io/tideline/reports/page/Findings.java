package io.tideline.reports.page;

import io.tideline.reports.gate.Verdict;
import io.tideline.reports.stats.Run;
import java.util.List;

/**
 * What a report is drawn from.
 *
 * @param run what was measured
 * @param verdict on it
 * @param earlier accepted runs that it may be compared with, the oldest first; may be empty
 * @param references what the verdict's checks are seen against
 */
public record Findings(Run run, Verdict verdict, List<Run> earlier, References references) {
  /** Unchangeable. */
  public Findings {
    earlier = List.copyOf(earlier);
  }

  /** A run by itself. */
  public static Findings of(Run run, Verdict verdict) {
    return of(run, verdict, List.of());
  }

  /** A run after others, whose bands are not known. */
  public static Findings of(Run run, Verdict verdict, List<Run> earlier) {
    return new Findings(run, verdict, earlier, References.to(earlier));
  }
}
