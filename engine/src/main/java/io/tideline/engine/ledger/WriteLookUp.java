package io.tideline.engine.ledger;

import java.io.IOException;

/** Asks the target how often it has a write. */
@FunctionalInterface
public interface WriteLookUp {

  /**
   * The number of rows that the target keeps under the write's key, whole ones only; not from a
   * cache, which may have what the database has lost.
   *
   * @throws IOException where the target gives no answer
   */
  int copies(Write write) throws IOException, InterruptedException;
}
