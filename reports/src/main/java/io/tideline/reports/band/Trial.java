package io.tideline.reports.band;

import io.tideline.reports.band.Band.Confirmation;
import org.jspecify.annotations.Nullable;

/**
 * One figure held against one band.
 *
 * @param together whether it is one of many, screened together
 * @param chance how likely a run of unchanged code comes as high
 * @param matters whether it is high enough above the mean to matter
 * @param confirmation what fresh runs say; null without
 */
record Trial(
    boolean together, double chance, boolean matters, @Nullable Confirmation confirmation) {

  /** What came of a trial. */
  enum Outcome {
    /** Within the band. */
    CALM,
    /** Above it, with nothing to confirm it. */
    UNCONFIRMED,
    /** Above it, and fresh runs were not. */
    REFUTED,
    /** Above it, and so were fresh runs. */
    CONFIRMED
  }
}
