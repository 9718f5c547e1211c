package io.tideline.simulations.run;

import io.tideline.engine.plan.Catalogue;
import io.tideline.engine.plan.Options;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanException;
import io.tideline.engine.plan.PlanReader;
import io.tideline.engine.plan.Problems;
import io.tideline.engine.plan.Search;
import io.tideline.engine.schedule.Caps;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.UserLimit;
import io.tideline.feeders.FeederException;
import io.tideline.feeders.FeederFolder;
import io.tideline.fixtures.StandInOptions;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Accounts of a run, one for each user. The sample service makes as many as the run needs when it
 * starts; those that the committed feeder file does not hold follow from the same formula. Any
 * other target, and feeders that the user names, have the accounts of their file and no more.
 *
 * @param feeders with an account for each user that may come
 * @param seeded accounts that the sample service makes, if it is the target
 * @param limit on the users that may come
 */
record Accounts(FeederFolder feeders, long seeded, UserLimit limit) {
  private static final long LEAST_SEEDED = 20_000;

  /** Accounts for whoever scales a run up by hand, as a multiple of those that it needs. */
  private static final double SPARE = 1.5;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.DOWN);

  /** The accounts; null when they cannot be had, and then {@code problems} says why. */
  static Accounts open(
      Surroundings surroundings, Schedule schedule, Catalogue catalogue, Problems problems) {
    try {
      return new Opening(surroundings, schedule, catalogue).open(problems);
    } catch (FeederException e) {
      e.getMessage().lines().forEach(problems::add);
      return null;
    }
  }

  /** What the accounts of a run follow from. */
  private record Opening(Surroundings surroundings, Schedule schedule, Catalogue catalogue) {

    Accounts open(Problems problems) throws FeederException {
      Optional<Path> named =
          surroundings.options().value("feeders").map(surroundings.root()::resolve);
      FeederFolder files =
          FeederFolder.open(named.orElseGet(() -> FeederFolder.locate(surroundings.root())));
      UserLimit planned = Caps.userLimit(schedule, catalogue);
      long needed = needed(planned);
      boolean made = named.isEmpty() && onSampleService();
      FeederFolder feeders = made ? files.withUsers(seeded(needed)) : files;
      long there = feeders.users().size();
      boolean enough = made && there >= needed;
      Path file = feeders == files ? files.usersFile() : null;
      if (!searches() && needed > there) {
        problems.add(
            String.format(
                Locale.ROOT,
                "feeders: scenario %s brings %d users, each with an account of its own, %s %d; %s",
                schedule.plan().scenario(),
                needed,
                file == null ? "the sample service makes at most" : file + " holds",
                there,
                remedy(file, "", named.isPresent(), needed, there)));
      }
      String remedy =
          enough
              ? "start it again with a higher -Drate"
              : remedy(file, " to " + file, named.isPresent(), needed, there);
      long seeded = searches() ? Math.max(there, LEAST_SEEDED) : seeded(needed);
      long usable = onSampleService() ? Math.min(there, seeded) : there;
      return new Accounts(feeders, seeded, planned.and(new UserLimit(usable, remedy)));
    }

    private boolean searches() {
      return schedule.plan().search() != null;
    }

    private boolean onSampleService() {
      return schedule.plan().target().isStandIn();
    }

    /** How many users can come: in a search, those that came if it stayed at its highest load. */
    private long needed(UserLimit planned) {
      Plan plan = schedule.plan();
      Search search = plan.search();
      if (search == null) {
        return schedule.arrivals();
      }
      double peak = Math.min(search.levels().cap() * plan.load().rate(), plan.limits().rate());
      double most = Math.ceil(peak * plan.duration().toNanos() / NANOS_PER_SECOND);
      return (long) Math.min(most, Math.min(planned.most(), StandInOptions.MOST_USERS));
    }

    private long seeded(long needed) {
      if (needed <= LEAST_SEEDED) {
        return LEAST_SEEDED;
      }
      long wanted = Math.round(needed * (searches() ? 1 : SPARE));
      return Math.min(StandInOptions.MOST_USERS, wanted);
    }

    /**
     * What gives the run more accounts, or makes it need no more than there are.
     *
     * @param file where they are; null when no file holds them
     * @param to says where, for a sentence that does not
     */
    private String remedy(Path file, String to, boolean named, long needed, long there) {
      if (file == null) {
        return fewer(there);
      }
      String rows = "add rows of accounts that the target has" + to;
      String made =
          named || onSampleService()
              ? ""
              : ", make that many by -Daccounts=" + needed + " and put them into the target";
      return rows + made + (searches() ? "" : ", or " + fewer(there));
    }

    /** The rate at which as many users come as there are accounts, where there is such a rate. */
    private String fewer(long accounts) {
      String usual = "bring fewer users by a lower -Drate or a shorter -Dduration";
      if (accounts == 0) {
        return usual;
      }
      double rate = schedule.plan().load().rate() * accounts / schedule.arrivals();
      String rounded = new BigDecimal(rate).round(THREE_DIGITS).toPlainString();
      Options options = surroundings.options().with("rate", rounded);
      try {
        Plan slower = new PlanReader(catalogue, options).read(surroundings.planFile());
        return Schedule.of(slower).arrivals() <= accounts
            ? "bring fewer users, by -Drate=" + rounded + " or a shorter -Dduration"
            : usual;
      } catch (PlanException e) {
        return usual;
      }
    }
  }
}
