package io.tideline.simulations.run;

import io.tideline.engine.plan.Problems;
import io.tideline.engine.schedule.Schedule;
import io.tideline.feeders.FeederException;
import io.tideline.feeders.FeederFolder;
import java.nio.file.Path;

/**
 * Opens the feeder folder of a run and sees that it holds an account for each arrival. How many a
 * search brings nobody knows: it goes as far as the accounts do.
 */
final class Feeders {
  private Feeders() {}

  /** The feeders; null when they cannot be used, and then {@code problems} says why. */
  static FeederFolder open(Surroundings surroundings, Schedule schedule, Problems problems) {
    try {
      FeederFolder feeders = FeederFolder.open(folder(surroundings));
      long users = feeders.users().size();
      boolean search = schedule.plan().search() != null;
      if (!search && users < schedule.arrivals()) {
        problems.add(
            String.format(
                "feeders: scenario %s brings %d users, each with an account of its own, and %s"
                    + " holds %d; add -Dusers=%d to the command, and they are made first",
                schedule.plan().scenario(),
                schedule.arrivals(),
                feeders.path(),
                users,
                schedule.arrivals()));
      }
      return feeders;
    } catch (FeederException e) {
      e.getMessage().lines().forEach(problems::add);
      return null;
    }
  }

  private static Path folder(Surroundings surroundings) {
    return surroundings
        .options()
        .value("feeders")
        .map(surroundings.root()::resolve)
        .orElseGet(() -> FeederFolder.locate(surroundings.root()));
  }
}
