package io.tideline.engine.schedule;

import io.tideline.engine.plan.Catalogue;
import io.tideline.engine.plan.Limits;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds a schedule against the caps of its plan. */
public final class Caps {
  private Caps() {}

  /**
   * Notes each cap that {@code schedule} would pass if every user sent the most requests. How many
   * users a search brings nobody knows beforehand: it is kept within {@link #userLimit} as it goes.
   */
  public static void check(Schedule schedule, Catalogue catalogue, Problems problems) {
    checkRate(schedule, problems);
    if (schedule.plan().search() == null) {
      checkRequests(schedule, "up to", mostRequests(schedule, catalogue), problems);
      checkUsers(schedule, problems);
    }
    checkDuration(schedule.plan(), problems);
    checkSomebodyComes(schedule, problems);
  }

  private static void checkSomebodyComes(Schedule schedule, Problems problems) {
    List<Phase> phases = schedule.plan().load().phases();
    for (int i = 0; i < phases.size(); i++) {
      boolean silent = phases.get(i).levels().stream().allMatch(level -> level.level() == 0);
      if (schedule.offered(i) == 0 && !phases.get(i).warmUp() && !silent) {
        problems.add(
            "phase "
                + phases.get(i).name()
                + ": not a single user comes in its "
                + phases.get(i).duration().toSeconds()
                + " s; raise the rate or the duration");
      }
    }
  }

  /**
   * Notes each cap that {@code schedule} would pass, for whoever does not know the most requests.
   *
   * @param requests what all users together are likely to send
   */
  public static void check(Schedule schedule, long requests, Problems problems) {
    checkRate(schedule, problems);
    checkRequests(schedule, "about", requests, problems);
    if (schedule.plan().search() == null) {
      checkUsers(schedule, problems);
    }
    checkDuration(schedule.plan(), problems);
  }

  private static void checkRate(Schedule schedule, Problems problems) {
    double most = schedule.plan().limits().rate();
    if (schedule.peakRate() > most) {
      problems.add(
          String.format(
              Locale.ROOT,
              "limits.rate: the plan peaks at %.1f new users per second and %.1f are allowed;"
                  + " lower the rate or raise the cap",
              schedule.peakRate(),
              most));
    }
  }

  private static void checkRequests(
      Schedule schedule, String bound, long requests, Problems problems) {
    long most = schedule.plan().limits().requests();
    if (requests > most) {
      problems.add(
          String.format(
              Locale.ROOT,
              "limits.requests: %d users send %s %d requests and %d are allowed;"
                  + " lower the rate or the duration, or raise the cap",
              schedule.arrivals(),
              bound,
              requests,
              most));
    }
  }

  private static void checkUsers(Schedule schedule, Problems problems) {
    Long most = schedule.plan().limits().users();
    if (most != null && schedule.arrivals() > most) {
      problems.add(
          String.format(
              Locale.ROOT,
              "limits.users: scenario %s brings %d users, each with an account of its own, and %d"
                  + " are allowed; lower -Drate or -Dduration, or raise -Dusers or limits.users",
              schedule.plan().scenario(),
              schedule.arrivals(),
              most));
    }
  }

  private static void checkDuration(Plan plan, Problems problems) {
    Duration most = plan.limits().duration();
    if (plan.duration().compareTo(most) > 0) {
      problems.add(
          String.format(
              Locale.ROOT,
              "limits.duration: the plan lasts %d s and %d s are allowed; shorten it or raise the cap",
              plan.duration().toSeconds(),
              most.toSeconds()));
    }
  }

  /** The most requests that all users together can send. */
  public static long mostRequests(Schedule schedule, Catalogue catalogue) {
    return (long) Math.ceil(perUser(schedule, catalogue) * schedule.arrivals());
  }

  /**
   * How many users the limits on users and requests leave room for, if each sent the most requests.
   */
  public static UserLimit userLimit(Schedule schedule, Catalogue catalogue) {
    Limits limits = schedule.plan().limits();
    double perUser = perUser(schedule, catalogue);
    long most = perUser == 0 ? Long.MAX_VALUE : (long) (limits.requests() / perUser);
    UserLimit byRequests = new UserLimit(most, "raise limits.requests");
    Long users = limits.users();
    return users == null
        ? byRequests
        : byRequests.and(new UserLimit(users, "raise -Dusers or limits.users"));
  }

  private static double perUser(Schedule schedule, Catalogue catalogue) {
    Mix mix = schedule.plan().mix();
    double weights = mix.weights().values().stream().mapToInt(Integer::intValue).sum();
    double perUser = 0;
    for (Map.Entry<String, Integer> journey : mix.weights().entrySet()) {
      Catalogue.Entry entry = catalogue.journeys().get(journey.getKey());
      perUser += entry == null ? 0 : entry.mostRequests() * journey.getValue() / weights;
    }
    return perUser;
  }
}
