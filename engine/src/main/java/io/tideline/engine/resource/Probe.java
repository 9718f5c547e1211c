package io.tideline.engine.resource;

import java.io.IOException;
import java.util.List;

/** Asks one source what is consumed at present. Used by one thread at a time. */
interface Probe {

  /**
   * What it tells, never nothing.
   *
   * @throws IOException with a few words on why nothing is known; what is told after it stands for
   *     itself, so that rates begin anew
   */
  List<Reading> ask() throws IOException, InterruptedException;
}
