package io.tideline.simulations.run;

import io.tideline.engine.plan.Catalogue;
import io.tideline.engine.plan.PlanException;
import java.util.regex.Pattern;

/** Starts a run, or says in plain words why it cannot start and ends the process. */
public final class RunStart {
  private static final int EXIT_USAGE = 64;

  /** Names a class of Gatling in the command of a process: its own main, or behind the plugin's. */
  private static final Pattern GATLING = Pattern.compile("(^|\\s)io\\.gatling\\.");

  private RunStart() {}

  /**
   * The prepared run, after a short announcement.
   *
   * @throws PlanException in a process that is not Gatling's own and must not be ended
   */
  public static PreparedRun prepare(Catalogue catalogue, Surroundings surroundings) {
    try {
      PreparedRun run = PreparedRun.prepare(catalogue, surroundings);
      System.out.print(Announcement.of(run));
      System.out.print(run.view().announcement());
      System.out.print(run.faults().announcement());
      return run;
    } catch (PlanException e) {
      System.err.println("\nTideline cannot start this run:");
      e.getMessage().lines().forEach(line -> System.err.println("  - " + line));
      System.err.println();
      if (GATLING.matcher(System.getProperty("sun.java.command", "")).find()) {
        System.exit(EXIT_USAGE);
      }
      throw e;
    }
  }
}
