package io.tideline.engine.schedule;

import io.tideline.engine.plan.Catalogue;
import io.tideline.engine.plan.Limits;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Problems;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Holds a schedule against the caps of its plan. */
public final class Caps {
  private Caps() {}

  /** Notes each cap that {@code schedule} would pass. */
  public static void check(Schedule schedule, Catalogue catalogue, Problems problems) {
    Plan plan = schedule.plan();
    Limits limits = plan.limits();
    if (schedule.peakRate() > limits.rate()) {
      problems.add(
          String.format(
              Locale.ROOT,
              "limits.rate: the plan peaks at %.1f new users per second and %.1f are allowed;"
                  + " lower the rate or raise the cap",
              schedule.peakRate(),
              limits.rate()));
    }
    long requests = mostRequests(schedule, catalogue);
    if (requests > limits.requests()) {
      problems.add(
          String.format(
              Locale.ROOT,
              "limits.requests: %d users send up to %d requests and %d are allowed;"
                  + " lower the rate or the duration, or raise the cap",
              schedule.arrivals(),
              requests,
              limits.requests()));
    }
    Duration duration = plan.duration();
    if (duration.compareTo(limits.duration()) > 0) {
      problems.add(
          String.format(
              Locale.ROOT,
              "limits.duration: the plan lasts %d s and %d s are allowed; shorten it or raise the cap",
              duration.toSeconds(),
              limits.duration().toSeconds()));
    }
  }

  /** The most requests that all users together can send. */
  public static long mostRequests(Schedule schedule, Catalogue catalogue) {
    Mix mix = schedule.plan().mix();
    double weights = mix.weights().values().stream().mapToInt(Integer::intValue).sum();
    double perUser = 0;
    for (Map.Entry<String, Integer> journey : mix.weights().entrySet()) {
      Catalogue.Entry entry = catalogue.journeys().get(journey.getKey());
      perUser += entry == null ? 0 : entry.mostRequests() * journey.getValue() / weights;
    }
    return (long) Math.ceil(perUser * schedule.arrivals());
  }
}
