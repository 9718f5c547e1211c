package io.tideline.reports.gate;

import io.tideline.engine.plan.Regression;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.stats.Run;
import java.util.List;

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
 */
public record Earlier(
    List<Run> accepted, List<Run> anchor, List<Run> confirming, BandSettings settings) {

  /** Unchangeable. */
  public Earlier {
    accepted = List.copyOf(accepted);
    anchor = List.copyOf(anchor);
    confirming = List.copyOf(confirming);
  }

  /** Accepted runs alone. */
  public static Earlier of(List<Run> accepted, BandSettings settings) {
    return new Earlier(accepted, List.of(), List.of(), settings);
  }

  /** The same, compared as a plan has it. */
  Earlier as(Regression asked) {
    return new Earlier(accepted, anchor, confirming, planned(settings, asked));
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
    return new Earlier(accepted, anchor, fresh, counted);
  }
}
