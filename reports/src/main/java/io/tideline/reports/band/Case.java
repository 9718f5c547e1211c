package io.tideline.reports.band;

import io.tideline.reports.band.Trial.Outcome;
import java.util.List;

/** A question with its bands, on the way to an answer. */
interface Case {

  /** One trial for each band; none when there are too few earlier runs. */
  List<Trial> trials();

  /**
   * The answer, once it is known what came of the trials.
   *
   * @param outcomes of {@link #trials}, in their order
   * @param screenChance what the screen of this question leaves to luck
   */
  Answer answer(List<Outcome> outcomes, double screenChance);
}
