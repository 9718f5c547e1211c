package io.tideline.reports.gate;

import io.tideline.engine.plan.Regression;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.stats.Run;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The runs that a run is compared with. All of them must have its fingerprint; whoever picks them
 * sees to it, and to it that none was INVALID.
 *
 * @param accepted runs before it in the present epoch, the oldest first; the latest are used
 * @param anchor runs of a fixed epoch, held against as well, so that slow creep is found; empty
 *     without
 * @param confirming fresh runs of the same build, made because the run was above a band; empty
 *     without. The run itself is not among them
 * @param settings how to compare
 * @param remembered what the history says of the runs before it
 */
public record Earlier(
    List<Run> accepted,
    List<Run> anchor,
    List<Run> confirming,
    BandSettings settings,
    Remembered remembered) {

  /** Unchangeable. */
  public Earlier {
    accepted = List.copyOf(accepted);
    anchor = List.copyOf(anchor);
    confirming = List.copyOf(confirming);
  }

  /** Runs of which nothing is remembered. */
  public Earlier(
      List<Run> accepted, List<Run> anchor, List<Run> confirming, BandSettings settings) {
    this(accepted, anchor, confirming, settings, Remembered.NOTHING);
  }

  /**
   * What a history says of its runs.
   *
   * @param suspected of accepted runs that were suspected and not confirmed: the run's id, and the
   *     checks that were open
   * @param failures confirmed failures of the runs just before, the oldest first, with no run
   *     between them that passed
   * @param otherLoads how the loads differ of runs that are left out for that alone, a sentence
   *     each
   * @param history folder of the history, as commands take it
   */
  public record Remembered(
      Map<String, Set<String>> suspected,
      List<Failure> failures,
      List<String> otherLoads,
      String history) {
    /** Nothing. */
    public static final Remembered NOTHING = new Remembered(Map.of(), List.of(), List.of(), "DIR");

    /** Unchangeable. */
    public Remembered {
      suspected = Map.copyOf(suspected);
      failures = List.copyOf(failures);
      otherLoads = List.copyOf(otherLoads);
    }

    /** Whether a run was suspected for this check. */
    boolean isSuspected(Run run, String check) {
      return suspected.getOrDefault(run.info().id(), Set.of()).contains(check);
    }
  }

  /** Accepted runs alone. */
  public static Earlier of(List<Run> accepted, BandSettings settings) {
    return new Earlier(accepted, List.of(), List.of(), settings);
  }

  /** The same, compared as a plan has it. */
  Earlier as(Regression asked) {
    return new Earlier(accepted, anchor, confirming, planned(settings, asked), remembered);
  }

  /** These settings with what a plan asks for. */
  static BandSettings planned(BandSettings settings, Regression asked) {
    Double detect = asked.detect();
    BandSettings detecting = detect == null ? settings : settings.detecting(detect);
    return asked.requests() ? detecting : detecting.withRequestsOnlyReported();
  }

  /** The same with fresh runs that confirm or refute. */
  public Earlier confirmedBy(List<Run> fresh) {
    boolean enough = fresh.size() >= BandSettings.Runs.FEWEST_CONFIRMING;
    BandSettings counted = enough ? settings.confirmedBy(fresh.size()) : settings;
    return new Earlier(accepted, anchor, fresh, counted, remembered);
  }
}
