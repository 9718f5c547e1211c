package io.tideline.engine.live;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.simlog.SimulationLog;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is watched.
 *
 * @param run name of the run: that of its results folder
 * @param log its record by Gatling
 * @param plan what it was asked to do; null for a run that is not Tideline's
 * @param load what its injection tells; null when there is none to ask
 * @param phases by which its requests are told apart
 */
public record LiveSubject(
    String run, Path log, @Nullable Plan plan, @Nullable LoadSource load, LogPhases phases) {

  /**
   * A run of Tideline's own.
   *
   * @param folder Gatling's results folder of the run
   * @param originEpochMillis wall clock at the run's first instant
   */
  public static LiveSubject of(Path folder, Plan plan, LoadSource load, long originEpochMillis) {
    LogPhases phases = LogPhases.of(plan, load, originEpochMillis);
    return new LiveSubject(
        name(folder), folder.resolve(SimulationLog.FILE_NAME), plan, load, phases);
  }

  /** Any Gatling's run, by its log alone. */
  public static LiveSubject of(Path log) {
    Path folder = log.toAbsolutePath().normalize().getParent();
    return new LiveSubject(name(folder == null ? log : folder), log, null, null, LogPhases.whole());
  }

  private static String name(Path folder) {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  /** Name of the plan's scenario; empty without a plan. */
  public String scenario() {
    return plan == null ? "" : plan.scenario();
  }

  List<Slo> slos() {
    return plan == null ? List.of() : plan.slos();
  }
}
