package io.tideline.engine.search;

import io.tideline.engine.search.Stage.Doubling;
import io.tideline.engine.search.Stage.Ended;
import io.tideline.engine.search.Stage.Holding;
import io.tideline.engine.search.Stage.Offer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The search for the highest load that keeps all promises, with open load.
 *
 * <pre>
 *   1. double the load until it breaks (or halve it until it holds)
 *   2. bisect its logarithm until the broken load is within 5 % of the held one
 *   3. staircase: 3 % up after a good step, 3 % down after a bad one, 16 steps
 *   4. fit P(GOOD | load) to all of these steps (see {@link ProbitFit}); result: load at P = 0.84
 *   5. hold the result for 10 minutes; 5 % less and again while it breaks
 * </pre>
 *
 * <p>Its caller asks {@link #next()}, offers that load, and tells what came of it by {@link
 * #observe}, in turns until there is no next; then {@link #capacity()} has the result, which it
 * also has at any time before. The search keeps no clock: it counts the lengths of its steps. A
 * step that finds no time before the longest time is over is not begun; time for a hold is set
 * aside as soon as there is something to hold. One thread at a time.
 */
public final class BreakingPointSearch {
  private final SearchSettings settings;
  private final Findings findings;
  private final List<StepResult> steps = new ArrayList<>();
  private Duration spent = Duration.ZERO;
  private Stage stage;

  public BreakingPointSearch(SearchSettings settings) {
    this.settings = settings;
    this.findings = new Findings(settings);
    this.stage = inTime(new Doubling(settings.loads().start(), 0));
  }

  /** The step to take now, the same until it is observed; empty once the search has ended. */
  public Optional<Step> next() {
    return stage instanceof Offer offer ? Optional.of(step(offer)) : Optional.empty();
  }

  /**
   * Tells what came of the step that {@link #next()} asked for.
   *
   * @throws IllegalArgumentException when it is about another step
   */
  public void observe(StepResult result) {
    if (!(stage instanceof Offer offer) || !result.step().equals(step(offer))) {
      throw new IllegalArgumentException("step " + result.step() + " was not asked for");
    }
    steps.add(result);
    spent = spent.plus(result.step().duration());
    if (!result.isGood() && !result.isBad()) {
      stage = new Ended(Ending.SATURATED);
      return;
    }
    if (!result.step().isHold()) {
      findings.add(new Trial(Math.log(offer.load()), result.isGood()));
    }
    stage = inTime(offer.after(result.isGood(), findings));
  }

  /**
   * Tells that there are not users enough for the step that {@link #next()} asks for. The search
   * goes on with the hold if there is something to hold, and ends if not, or if it is held already:
   * what was good while nothing was bad is held at least.
   */
  public void endForWantOfUsers() {
    boolean holding = stage instanceof Offer offer && step(offer).isHold();
    if (findings.breaks() && !holding) {
      stage = inTime(new Holding(SearchPhase.HOLD, findings.load(), 1));
      return;
    }
    boolean neverBad = steps.stream().noneMatch(StepResult::isBad);
    stage = new Ended(!steps.isEmpty() && neverBad ? Ending.AT_LEAST : Ending.OUT_OF_USERS);
  }

  /** What is known; while the search goes on, what would be if its time were over now. */
  public Capacity capacity() {
    Ending ending = stage instanceof Ended ended ? ended.ending() : Ending.OUT_OF_TIME;
    return new Capacity(ending, findings.estimate(), steps);
  }

  private Stage inTime(Stage wanted) {
    if (!(wanted instanceof Offer offer)) {
      return wanted;
    }
    Step step = step(offer);
    Duration hold = settings.times().ofHold();
    boolean leavesNoHold = !step.isHold() && !fits(step.duration().plus(hold));
    if (leavesNoHold && findings.breaks() && fits(hold)) {
      return new Holding(SearchPhase.HOLD, findings.load(), 1);
    }
    return fits(step.duration()) ? offer : new Ended(Ending.OUT_OF_TIME);
  }

  private boolean fits(Duration more) {
    return spent.plus(more).compareTo(settings.longest()) <= 0;
  }

  private Step step(Offer offer) {
    return new Step(steps.size() + 1, offer.phase(), offer.load(), settings.times());
  }
}
