package io.tideline.engine.live;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.schedule.StartLog;
import io.tideline.engine.schedule.StartsSoFar;
import io.tideline.engine.simlog.SimulationLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is watched.
 *
 * @param run name of the run: that of its results folder
 * @param log its record by Gatling
 * @param plan what it was asked to do; null for a run that is not Tideline's
 * @param load what its injection tells; null when there is none to ask
 * @param phases by which its requests are told apart
 * @param slos what it has to keep
 */
public record LiveSubject(
    String run,
    Path log,
    @Nullable Plan plan,
    @Nullable LoadSource load,
    LogPhases phases,
    List<Slo> slos) {
  private static final String TIDELINE = "tideline";

  public LiveSubject {
    slos = List.copyOf(slos);
  }

  /**
   * A run of Tideline's own.
   *
   * @param folder Gatling's results folder of the run
   * @param originEpochMillis wall clock at the run's first instant
   */
  public static LiveSubject of(Path folder, Plan plan, LoadSource load, long originEpochMillis) {
    LogPhases phases = LogPhases.of(plan, load, originEpochMillis);
    Path log = folder.resolve(SimulationLog.FILE_NAME);
    return new LiveSubject(name(log), log, plan, load, phases, plan.slos());
  }

  /** Any Gatling's run, by its log alone. */
  public static LiveSubject of(Path log) {
    return new LiveSubject(name(log), log, null, null, LogPhases.whole(), List.of());
  }

  /**
   * A run that another process makes: what lies in the folder {@code tideline} beside its log tells
   * of its plan and its load. Without a plan there it is anybody's run; with a plan but no record
   * of starts nobody knows when its phases began, and it is one phase.
   *
   * @param clock of this machine, on which the run goes on
   * @throws IOException when one of those records is none; the message is one sentence
   */
  public static LiveSubject recorded(Path log, Clock clock) throws IOException {
    Path tideline = log.toAbsolutePath().resolveSibling(TIDELINE);
    Path planned = tideline.resolve(PlanJson.FILE_NAME);
    if (!Files.exists(planned)) {
      return of(log);
    }
    Plan plan = PlanJson.read(planned);
    Optional<RecordedLoad> load = RecordedLoad.of(tideline, plan, clock);
    LogPhases phases =
        load.map(told -> LogPhases.of(plan, told, told.originEpochMillis()))
            .orElseGet(LogPhases::whole);
    return new LiveSubject(name(log), log, plan, load.orElse(null), phases, plan.slos());
  }

  /** Whether a run has begun: its log has bytes, or its record of starts is there. */
  public static boolean hasBegun(Path log) throws IOException {
    Path starts = log.toAbsolutePath().resolveSibling(TIDELINE).resolve(StartLog.FILE_NAME);
    return Files.exists(log) && Files.size(log) > 0 || StartsSoFar.of(starts).isPresent();
  }

  /** The same with other promises than those of its plan. */
  public LiveSubject promising(List<Slo> others) {
    return new LiveSubject(run, log, plan, load, phases, others);
  }

  private static String name(Path log) {
    Path whole = log.toAbsolutePath().normalize();
    Path folder = whole.getParent();
    return String.valueOf((folder == null ? whole : folder).getFileName());
  }

  /** Name of the plan's scenario; empty without a plan. */
  public String scenario() {
    return plan == null ? "" : plan.scenario();
  }

  /** A record of the run's own beside its log. */
  Path record(String name) {
    return log.toAbsolutePath().resolveSibling(TIDELINE).resolve(name);
  }
}
