package io.tideline.reports.band;

import io.tideline.reports.band.Trial.Outcome;

/**
 * What came of a trial, and the probabilities that decided it. In a step-up or step-down procedure
 * the limit of one trial depends on the others of the run; once the procedure has stopped, one
 * level separates what fell from what did not, and that level gives the limit that is shown.
 *
 * @param outcome what came of it
 * @param level a run was above its band if chance alone came as high at most so often
 * @param confirmLevel confirmation runs confirmed it if their luck (see {@link Band.Confirmation})
 *     was at most this
 */
record Ruling(Outcome outcome, double level, double confirmLevel) {

  boolean isFlagged() {
    return outcome != Outcome.CALM;
  }
}
