package io.tideline.simulations.run;

import io.tideline.engine.origin.Origin.Subject;
import io.tideline.engine.plan.Catalogue;
import io.tideline.engine.plan.Options;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanException;
import io.tideline.engine.plan.PlanReader;
import io.tideline.engine.plan.Problems;
import io.tideline.engine.schedule.Caps;
import io.tideline.engine.schedule.LogSize;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.UserLimit;
import io.tideline.feeders.FeederFolder;
import java.util.Optional;

/**
 * A run that may start: plan, schedule, feeders and target are there and fit each other.
 *
 * @param plan aimed at a target that answers
 * @param schedule its arrivals
 * @param feeders an account for each arrival
 * @param target what the run has to stop at its end
 * @param subject what its load is made of, and what it meets
 * @param view where it can be seen while it goes on
 * @param faults what breaks things while it goes on
 * @param users limit on the users that may come
 * @param baseUrl where the load goes: the target's, or that of a proxy in front of it
 */
public record PreparedRun(
    Plan plan,
    Schedule schedule,
    FeederFolder feeders,
    RunTarget target,
    Subject subject,
    RunView view,
    RunFaults faults,
    UserLimit users,
    String baseUrl) {

  /**
   * Prepares the run that the options ask for, and starts the stand-in if it is the target.
   *
   * @throws PlanException with all that stands in the way; then nothing has been started
   */
  public static PreparedRun prepare(Catalogue catalogue, Surroundings surroundings) {
    Problems problems = new Problems();
    Plan plan = plan(catalogue, surroundings, problems);
    Schedule schedule = Schedule.of(plan);
    Caps.check(schedule, catalogue, problems);
    Preconditions.check(plan, surroundings, problems);
    Preconditions.checkDisk(
        LogSize.of(schedule, catalogue), plan.disk(), surroundings.results(), problems);
    SampleService.check(plan, surroundings.options(), problems);
    Accounts accounts = Accounts.open(surroundings, schedule, catalogue, problems);
    RunView view = RunView.open(surroundings, problems);
    RunFaults faults = null;
    try {
      problems.throwIfAny();
      faults = RunFaults.open(plan, surroundings);
      FeederFolder feeders = accounts.feeders();
      RunTarget target = RunTarget.open(plan, accounts.seeded(), surroundings, faults);
      String baseUrl = faults.baseUrl(target.baseUrl());
      Plan aimed = plan.at(target.baseUrl()).breaking(target.aim(plan.faults()));
      Subject subject =
          new Subject(
              feeders.digest(),
              TargetVersion.of(aimed.target(), surroundings.options()),
              surroundings.options().besideThePlan());
      return new PreparedRun(
          aimed,
          Schedule.of(aimed),
          feeders,
          target,
          subject,
          view,
          faults,
          accounts.limit(),
          baseUrl);
    } catch (PlanException e) {
      view.close();
      if (faults != null) {
        faults.close();
      }
      throw e;
    }
  }

  /** Of a paired session the first run is the baseline's. */
  private static Plan plan(Catalogue catalogue, Surroundings surroundings, Problems problems) {
    Options options = surroundings.options();
    Plan plan = new PlanReader(catalogue, options).read(surroundings.planFile());
    Optional<String> baseline = options.value("paired");
    if (baseline.isEmpty()) {
      return plan;
    }
    if (plan.target().isStandIn() || plan.search() != null) {
      problems.add(
          "-Dpaired="
              + baseline.get()
              + ": name the candidate that is to be compared with it by -DbaseUrl or -Denv, and"
              + " take a scenario that searches nothing");
      return plan;
    }
    Options first = options.with("baseUrl", baseline.get());
    return new PlanReader(catalogue, first).read(surroundings.planFile());
  }
}
