package io.tideline.simulations.run;

import io.tideline.engine.ledger.Writes;
import io.tideline.engine.ledger.WritesCheck;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Asks the target for every write that it acknowledged during a run, while it is still there; the
 * answer goes into {@code tideline/writes.json}.
 */
final class LookUp {
  private LookUp() {}

  /** Whether the user wants it: {@code -DlookUp=true}. */
  static boolean wanted(Surroundings surroundings) {
    return surroundings.options().value("lookUp").map(Boolean::parseBoolean).orElse(false);
  }

  /**
   * Looks up what is in the ledger of {@code tideline}. It takes two minutes at most; what was not
   * looked up by then counts as unchecked.
   */
  static void run(PreparedRun run, Surroundings surroundings, Path tideline) {
    TargetWrites target =
        new TargetWrites(run.plan().target(), run.feeders(), surroundings.environment());
    try {
      System.out.println("Tideline: looking up what the target acknowledged ...");
      Writes writes = new WritesCheck(target, WritesCheck.Bounds.USUAL).run(tideline);
      System.out.printf(
          "Tideline: of %d acknowledged writes %d are there, %d lost, %d duplicated, %d unchecked%n",
          writes.acknowledged(),
          writes.found(),
          writes.lost().size(),
          writes.duplicated().size(),
          writes.unchecked());
    } catch (IOException e) {
      System.err.println("Tideline: the writes could not be looked up: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
