package io.tideline.reports.preview;

import io.tideline.engine.schedule.Schedule;
import java.time.Duration;
import java.util.List;

/**
 * A run that may come, in sums.
 *
 * @param users how many arrive; each needs an account and a session of its own
 * @param peakRate most new users per second
 * @param duration from the first instant to the end of the last phase
 * @param requests of the journeys whose footprint is known, rounded
 * @param bytes of those journeys, up and down
 * @param unknown journeys whose footprint is not
 */
record Totals(
    long users,
    double peakRate,
    Duration duration,
    long requests,
    double bytes,
    List<String> unknown) {

  Totals {
    unknown = List.copyOf(unknown);
  }

  static Totals of(Schedule schedule, List<JourneyLine> journeys) {
    return new Totals(
        schedule.arrivals(),
        schedule.peakRate(),
        schedule.plan().duration(),
        Math.round(journeys.stream().mapToDouble(JourneyLine::requests).sum()),
        journeys.stream().mapToDouble(JourneyLine::bytes).sum(),
        journeys.stream().filter(line -> !line.isKnown()).map(JourneyLine::name).toList());
  }

  /** Whether the footprint of every journey is known. */
  boolean isComplete() {
    return unknown.isEmpty();
  }

  /** Requests of one user in the mean of all. */
  double requestsPerUser() {
    return users == 0 ? 0 : (double) requests / users;
  }

  /** Bytes of one user in the mean of all. */
  double bytesPerUser() {
    return users == 0 ? 0 : bytes / users;
  }
}
