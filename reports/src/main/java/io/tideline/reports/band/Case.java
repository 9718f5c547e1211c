package io.tideline.reports.band;

import java.util.List;

/** A question with its bands, on the way to an answer. */
interface Case {

  /** One trial for each band; none when there are too few earlier runs. */
  List<Trial> trials();

  /**
   * The answer, once it is known what came of the trials.
   *
   * @param rulings on {@link #trials}, in their order
   */
  Answer answer(List<Ruling> rulings);
}
