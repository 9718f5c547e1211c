package io.tideline.engine.schedule;

import io.tideline.engine.plan.Catalogue;
import io.tideline.engine.plan.Footprint;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Plan;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How much of a disk a run's records are going to take.
 *
 * <pre>
 *   simulation.log  28 bytes for each request, with the user's and the journey's records in it
 *   starts.log      24 bytes for each user
 *   resources.jsonl 3 KB for each reading of a source; generator.jsonl 150 bytes each second
 * </pre>
 *
 * <p>Requests are those that the plan's footprints give, and without a footprint the most that a
 * user of the journey sends. How much a search offers nobody knows; it counts as its plan has it.
 *
 * @param bytes of all records together
 */
public record LogSize(long bytes) {
  private static final double PER_REQUEST = 28;
  private static final double PER_USER = 24;
  private static final double PER_READING = 3_000;
  private static final double PER_SECOND = 150;
  private static final double MEBI = 1L << 20;

  /** The records of a run. */
  public static LogSize of(Schedule schedule, Catalogue catalogue) {
    Plan plan = schedule.plan();
    double seconds = plan.duration().toMillis() / 1e3;
    double readings =
        plan.target().resources().stream()
            .mapToDouble(source -> seconds / (source.every().toMillis() / 1e3))
            .sum();
    double users = plan.load().slice().share(schedule.arrivals());
    return new LogSize(
        Math.round(
            users * (PER_USER + PER_REQUEST * perUser(plan.mix(), catalogue))
                + PER_READING * readings
                + PER_SECOND * seconds));
  }

  private static double perUser(Mix mix, Catalogue catalogue) {
    double weights = mix.weights().values().stream().mapToInt(Integer::intValue).sum();
    double perUser = 0;
    for (Map.Entry<String, Integer> journey : mix.weights().entrySet()) {
      Footprint footprint = mix.footprints().get(journey.getKey());
      Catalogue.Entry entry = catalogue.journeys().get(journey.getKey());
      double most = entry == null ? 0 : entry.mostRequests();
      perUser += (footprint == null ? most : footprint.requests()) * journey.getValue() / weights;
    }
    return perUser;
  }

  /**
   * What is wrong when {@code free} bytes are there; empty when they suffice.
   *
   * @param where the records go
   */
  public Optional<String> problem(long free, long keepFree, String where) {
    return free - bytes >= keepFree
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "disk: the records of this run take about %.0f MiB, %.0f MiB are free in %s, and"
                    + " %.0f MiB are to be left; make room, name another folder with"
                    + " -Dgatling.resultsFolder=FOLDER, or lower the rate or the duration",
                bytes / MEBI,
                free / MEBI,
                where,
                keepFree / MEBI));
  }
}
