package io.tideline.engine.pilot;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Search;
import io.tideline.engine.search.LoadRange;
import io.tideline.engine.search.SearchSettings;
import io.tideline.engine.search.Staircase;
import io.tideline.engine.search.StepTimes;

/** The search that a plan asks for, within the plan's cap on the rate. */
final class PlannedSearch {
  private PlannedSearch() {}

  static SearchSettings of(Plan plan, Search search) {
    double most = plan.limits().rate() / plan.load().rate();
    double cap = Math.min(most, search.levels().cap());
    double start = Math.min(cap, search.levels().start());
    Search.Times times = search.times();
    return new SearchSettings(
        new LoadRange(Math.min(start, search.levels().floor()), start, cap),
        Staircase.STANDARD,
        new StepTimes(times.ramp(), times.settle(), times.measure(), times.hold()),
        search.longest());
  }
}
