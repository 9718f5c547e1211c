package io.tideline.reports.stats;

import io.tideline.engine.origin.Origin;
import io.tideline.engine.pilot.CapacityRecord;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.schedule.RunEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run, whole: what {@code run.json} holds. Everything that judges or shows a run takes it from
 * here.
 *
 * @param info what it was and how it ended
 * @param plan what it was asked to do; null when Tideline did not run it
 * @param origin what it was made with; null when nothing tells
 * @param phases in order
 * @param requests one row for each request and phase, the warm-up too; journeys in the plan's
 *     order, their requests in the order of first appearance
 * @param journeys one row for each journey and phase
 * @param errors the most frequent first
 * @param users by the log's count
 * @param injection by the record of starts; null when there is none
 * @param events what happened to the run while it went on, in order
 * @param generator how the generator fared; null without a record of it
 * @param capacity what its search for the breaking point found; null when it made none
 * @param timeLine the run over time
 * @param resources what the target consumed; null without a record of it
 * @param replies what the journeys' replies told of caches; null when nobody counted
 * @param aftermath what else is known of its faults; null when nothing is
 * @param joint of a run that was merged of slices, what is to be said of them
 * @param log what its log holds besides what was measured
 */
public record Run(
    RunInfo info,
    @Nullable Plan plan,
    @Nullable Origin origin,
    List<PhaseRow> phases,
    List<RequestRow> requests,
    List<JourneyRow> journeys,
    List<ErrorRow> errors,
    Users users,
    @Nullable Injection injection,
    List<RunEvent> events,
    @Nullable Generator generator,
    @Nullable CapacityRecord capacity,
    TimeLine timeLine,
    @Nullable Resources resources,
    @Nullable Replies replies,
    @Nullable Aftermath aftermath,
    Joint joint,
    LogFacts log) {

  public Run {
    phases = List.copyOf(phases);
    requests = List.copyOf(requests);
    journeys = List.copyOf(journeys);
    errors = List.copyOf(errors);
    events = List.copyOf(events);
  }

  /** The same run with another ending. */
  Run ending(EndingOf ending) {
    RunInfo ended =
        new RunInfo(
            info.id(),
            info.simulation(),
            info.start(),
            info.durationSeconds(),
            ending.ending(),
            ending.reason(),
            info.versions(),
            info.load());
    return new Run(
        ended, plan, origin, phases, requests, journeys, errors, users, injection, events,
        generator, capacity, timeLine, resources, replies, aftermath, joint, log);
  }

  /** Whether it is one generator's part of a run, which proves nothing alone. */
  public boolean isSlice() {
    return plan != null && plan.load().slice().of() > 1;
  }

  /** By what it is known which runs it may be compared with. */
  public Fingerprint fingerprint() {
    return Fingerprint.of(this);
  }

  /**
   * Where the true percentile of {@code scope} lies, 19 times out of 20; empty when the run cannot
   * tell. It is for readers: runs differ by more than their parts do.
   */
  public Optional<Confidence> confidence(Scope scope, double quantile) {
    return intervals(scope, List.of(quantile)).get(0).confidence();
  }

  /**
   * The same for each of {@code quantiles}, with the reason where there is none; takes as long as
   * for one of them.
   */
  public List<PercentileInterval> intervals(Scope scope, List<Double> quantiles) {
    Latencies latencies = pool(scope).okLatencies();
    PercentileIntervals intervals = PercentileIntervals.of(this, scope);
    return quantiles.stream().map(at -> intervals.around(latencies.at(at), at)).toList();
  }

  /** All requests of {@code scope} pooled; a scope without a phase leaves the warm-up out. */
  public Sample pool(Scope scope) {
    Set<String> counted = phasesOf(scope);
    Sample pooled = new Sample();
    for (RequestRow row : requests) {
      boolean fits = fits(scope.journey(), row.journey()) && fits(scope.request(), row.name());
      if (fits && counted.contains(row.phase())) {
        pooled.add(row.sample());
      }
    }
    return pooled;
  }

  /** How long {@code scope}'s phases lasted together, in seconds. */
  public double seconds(Scope scope) {
    Set<String> counted = phasesOf(scope);
    return phases.stream()
        .filter(phase -> counted.contains(phase.name()))
        .mapToDouble(PhaseRow::durationSeconds)
        .sum();
  }

  /** The phases that the run went through: all of them unless it ended before its time. */
  public List<PhaseRow> phasesFinished() {
    if (info.complete()) {
      return phases;
    }
    int reached = 0;
    while (reached < phases.size() && phases.get(reached).durationSeconds() > 0) {
      reached++;
    }
    return phases.subList(0, Math.max(0, reached - 1));
  }

  /** Names of the phases that count for {@code scope}. */
  private Set<String> phasesOf(Scope scope) {
    return phases.stream()
        .filter(
            phase -> scope.phase() == null ? !phase.warmUp() : phase.name().equals(scope.phase()))
        .map(PhaseRow::name)
        .collect(Collectors.toSet());
  }

  private static boolean fits(@Nullable String wanted, String name) {
    return wanted == null || wanted.equals(name);
  }
}
