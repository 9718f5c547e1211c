package io.tideline.engine.pilot;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.schedule.UserLimit;
import io.tideline.engine.search.BreakingPointSearch;
import io.tideline.engine.search.SearchSettings;
import io.tideline.engine.search.Step;
import io.tideline.engine.search.StepResult;
import io.tideline.engine.search.StepVerdict.Bad;
import io.tideline.engine.search.StepVerdict.Saturated;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Takes a run through the steps of its search, and ends it with the last one. */
public final class SearchPilot {
  private static final int MOST_REPEATS = 2;

  private final SearchedRun run;
  private final SearchSettings settings;
  private final SearchJournal journal;
  private final UserBudget budget;
  private final StepTaker taker;
  private final BreakingPointSearch search;

  /**
   * @param place where the search goes on
   * @param tally is told of each start of the run
   * @param users limit on those that come in all
   * @param journal is told of each step
   */
  public SearchPilot(Place place, StartTally tally, UserLimit users, SearchJournal journal) {
    Plan plan = place.plan();
    this.run = place.run();
    this.journal = journal;
    this.settings = PlannedSearch.of(plan, Objects.requireNonNull(plan.search()));
    this.budget = new UserBudget(run, plan.load().rate(), users);
    Duration kept = settings.times().hold().plus(StepTaker.LONGEST_WAIT);
    LiveRecord live = new LiveRecord(place.log(), place.originMillis(), kept);
    this.taker = new StepTaker(run, live, tally, new StepMeter(plan, live.window(), tally));
    this.search = new BreakingPointSearch(settings);
  }

  /**
   * Searches until there is nothing more to find out, or the run is over. Takes as long as that.
   *
   * @param fromNanos when the warm-up is over
   * @throws IOException when the log cannot be read or the record not be written; the run is ended
   *     all the same
   */
  public void search(long fromNanos) throws IOException, InterruptedException {
    try {
      journal.begin(search.capacity());
      run.sleepUntil(fromNanos);
      Optional<Step> next = search.next();
      while (next.isPresent() && !run.isOver()) {
        step(next.get());
        next = search.next();
      }
      journal.end(search.capacity(), budget.remark());
    } finally {
      run.done();
    }
  }

  private void step(Step step) throws IOException, InterruptedException {
    if (!budget.allows(step, reserve(step))) {
      search.endForWantOfUsers();
      return;
    }
    StepResult result = taken(step);
    if (run.isOver()) {
      return;
    }
    search.observe(result);
    journal.consumed(step.number(), taker.consumed());
    journal.step(result, search.capacity());
    if (result.verdict() instanceof Bad && search.next().isPresent()) {
      taker.recover(settings.loads().floor(), settings.times());
    }
  }

  /**
   * A generator may stand still once, such as for another process; only one that does again ends
   * it.
   */
  private StepResult taken(Step step) throws IOException, InterruptedException {
    StepResult result = taker.take(step);
    for (int more = MOST_REPEATS; more > 0 && isSaturated(result); more--) {
      journal.repeat(result);
      result = taker.take(step);
    }
    return result;
  }

  private boolean isSaturated(StepResult result) {
    return result.verdict() instanceof Saturated
        && !run.isOver()
        && budget.allows(result.step(), Duration.ZERO);
  }

  /** Once something broke, there is a result to be held in the end. */
  private Duration reserve(Step step) {
    boolean broken = search.capacity().firstBreak().isPresent();
    return broken && !step.isHold() ? settings.times().hold() : Duration.ZERO;
  }
}
