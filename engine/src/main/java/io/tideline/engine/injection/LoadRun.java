package io.tideline.engine.injection;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.StartLog.Ending;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The load of one run: turns a schedule into Gatling populations, one for each journey, which
 * together start arrival k at its due time. Each user's session carries its arrival's index under
 * {@link #ARRIVAL}; its Gatling user id is that index plus 1.
 *
 * <p>One instance serves one run. All methods may be called from any thread.
 */
public final class LoadRun {
  /** Session attribute with the arrival's index, a {@code Long}. */
  public static final String ARRIVAL = "arrival";

  /** Name of the folder with Tideline's own results inside Gatling's results folder of a run. */
  public static final String RESULTS = "tideline";

  private final Conductor conductor;

  /**
   * @param schedule which users arrive when
   * @param resultsRoot folder in which Gatling makes one folder for each run
   */
  public LoadRun(Schedule schedule, Path resultsRoot) {
    this.conductor = new Conductor(schedule, resultsRoot);
  }

  /**
   * The populations to give to {@code setUp}, all of them.
   *
   * @param journeys a Gatling scenario for each journey of the mix, of the same name
   * @throws IllegalArgumentException when a journey of the mix has none
   */
  public List<PopulationBuilder> populations(Map<String, ScenarioBuilder> journeys) {
    List<PopulationBuilder> populations = new ArrayList<>();
    List<String> names = conductor.schedule().plan().mix().journeys();
    for (int journey = 0; journey < names.size(); journey++) {
      ScenarioBuilder scenario = journeys.get(names.get(journey));
      if (scenario == null) {
        throw new IllegalArgumentException("no Gatling scenario for journey " + names.get(journey));
      }
      populations.add(
          new PopulationBuilder(scenario.wrapped.inject(new ScheduledProfile(conductor, journey))));
    }
    return populations;
  }

  /** Gatling's results folder of this run, once the run has started. */
  public Optional<Path> resultsFolder() {
    return conductor.resultsFolder();
  }

  /** Ends the run in order: no more users, files closed, {@code after()} called. */
  public void interrupt() {
    conductor.interrupt();
  }

  /**
   * Closes the record of starts; to be called when Gatling has ended the run.
   *
   * @return how the run ended
   */
  public Ending close() {
    return conductor.close();
  }
}
