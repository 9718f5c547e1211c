package io.tideline.reports.gate;

import io.tideline.reports.stats.Run;
import java.util.List;

/**
 * A baseline and a candidate, run in turns on one host within an hour or two: baseline, candidate,
 * candidate, baseline. What drifts evenly meanwhile, and what is the same for both, drops out of
 * their ratio. All four must have run the same load.
 *
 * @param baseline first run
 * @param candidate second run
 * @param candidateAgain third run
 * @param baselineAgain fourth run
 * @param confirming sessions made after it, because the candidate seemed worse; empty without
 */
public record Paired(
    Run baseline, Run candidate, Run candidateAgain, Run baselineAgain, List<Paired> confirming) {

  public Paired {
    confirming = List.copyOf(confirming);
  }

  /** A session by itself. */
  public Paired(Run baseline, Run candidate, Run candidateAgain, Run baselineAgain) {
    this(baseline, candidate, candidateAgain, baselineAgain, List.of());
  }

  /** This session with others that confirm or refute it. */
  public Paired confirmedBy(List<Paired> fresh) {
    return new Paired(baseline, candidate, candidateAgain, baselineAgain, fresh);
  }
}
