package io.tideline.engine.search;

import java.util.List;

/**
 * All that a step is judged by, over its measured part.
 *
 * @param offered how the generator kept up
 * @param promises what became of each promise
 * @param inFlight users in flight at the end of each equal interval (such as a second), in order
 */
public record StepFigures(Offered offered, List<PromiseFigure> promises, List<Integer> inFlight) {
  public StepFigures {
    promises = List.copyOf(promises);
    inFlight = List.copyOf(inFlight);
  }
}
