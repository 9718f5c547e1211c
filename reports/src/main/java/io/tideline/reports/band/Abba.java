package io.tideline.reports.band;

import java.util.List;

/**
 * A session of four runs on one host, baseline, candidate, candidate, baseline, as values of one
 * metric. Whatever drifts evenly during the session (a machine that heats up, a disk that fills)
 * adds as much to the outer two as to the inner two, and drops out of their ratio.
 *
 * @param baseline first run
 * @param candidate second run
 * @param candidateAgain third run
 * @param baselineAgain fourth run
 */
public record Abba(double baseline, double candidate, double candidateAgain, double baselineAgain) {

  /** Checked for what has no logarithm. */
  public Abba {
    for (double value : List.of(baseline, candidate, candidateAgain, baselineAgain)) {
      if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a value of " + value + " cannot be compared");
      }
    }
  }

  /** Candidate over baseline, both as geometric means. */
  public double ratio() {
    return Math.sqrt(candidate * candidateAgain / (baseline * baselineAgain));
  }

  /**
   * What the two runs of each kind say about the noise, with a degree of freedom for each kind. The
   * variance of the ratio's logarithm is that of one run: half of it from each side. Drift within
   * the session counts as noise here, to be on the safe side.
   */
  Moments within() {
    double ofBaseline = Math.log(baselineAgain / baseline);
    double ofCandidate = Math.log(candidateAgain / candidate);
    double squares = (ofBaseline * ofBaseline + ofCandidate * ofCandidate) / 2;
    return new Moments(4, 0, squares, 2);
  }
}
