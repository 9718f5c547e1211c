package io.tideline.engine.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The result of a search. Loads are multiples of the plan's rate.
 *
 * @param ending why the search ended
 * @param estimate from the fit to all steps but the holds; empty when none broke or none held
 * @param steps all steps in order, with their figures
 */
public record Capacity(Ending ending, Optional<Estimate> estimate, List<StepResult> steps) {
  public Capacity {
    steps = List.copyOf(steps);
  }

  /** Whether the figures say something about the target rather than the generator. */
  public boolean isValid() {
    return ending != Ending.SATURATED;
  }

  /** The last long step; empty when the search did not come so far. */
  public Optional<Held> held() {
    return steps.stream()
        .filter(result -> result.step().isHold())
        .reduce((first, second) -> second)
        .filter(last -> last.isGood() || last.isBad())
        .map(last -> new Held(last.step().load(), last.isGood()));
  }

  /** The highest load of any step that was good; empty when none was. */
  public OptionalDouble reached() {
    return steps.stream().filter(StepResult::isGood).mapToDouble(r -> r.step().load()).max();
  }

  /** The bad step at the lowest load: what breaks first, and where, stands first in its verdict. */
  public Optional<StepResult> firstBreak() {
    return steps.stream()
        .filter(StepResult::isBad)
        .min(Comparator.comparingDouble(r -> r.step().load()));
  }

  /** Whether the target held less, or more, from step to step; empty when nothing says so. */
  public Optional<Trend> trend() {
    return estimate.flatMap(fit -> Trend.over(steps, fit.limit()));
  }

  /**
   * What the search came to, in words: the load that was held is the breaking point, and the fit
   * stands beside it.
   *
   * @param rate users per second at load 1
   */
  public String sentence(double rate) {
    String about = estimate.map(e -> about(e, rate)).orElse("");
    return switch (ending) {
      case FOUND -> "Breaking point: " + heldLoad(rate) + ", held for " + heldFor() + about;
      case AT_LEAST -> "Holds at least " + most(rate) + ", the most that may be offered";
      case BELOW_FLOOR -> "Holds no load that may be offered" + first();
      case NOT_HELD -> "Did not hold " + heldLoad(rate) + " for long enough" + about;
      case OUT_OF_TIME -> "Out of time; nothing was held for long enough" + about;
      case OUT_OF_USERS -> "Out of users; nothing was held for long enough" + about;
      case SATURATED -> "Invalid: " + last() + "; highest load held until then: " + top(rate);
    };
  }

  private String heldLoad(double rate) {
    return held().map(h -> users(h.load() * rate)).orElse("nothing");
  }

  private String heldFor() {
    double seconds = steps.get(steps.size() - 1).step().measured().toMillis() / 1e3;
    return seconds < 120
        ? String.format(Locale.ROOT, "%.0f s", seconds)
        : String.format(Locale.ROOT, "%.0f min", seconds / 60);
  }

  private String most(double rate) {
    return held().isPresent() ? heldLoad(rate) : top(rate);
  }

  private String about(Estimate e, double rate) {
    String fit =
        String.format(
            Locale.ROOT,
            "; by the fit half of the steps hold %s (95 %%: %.4g to %.4g)",
            users(e.limit() * rate),
            e.limitInterval().low() * rate,
            e.limitInterval().high() * rate);
    return fit + trend().map(t -> "; " + t.sentence()).orElse("") + first();
  }

  private String first() {
    return firstBreak().map(r -> "; first " + r.verdict().sentence()).orElse("");
  }

  private String last() {
    return steps.get(steps.size() - 1).verdict().sentence();
  }

  private String top(double rate) {
    return reached().isPresent() ? users(reached().getAsDouble() * rate) : "none";
  }

  private static String users(double rate) {
    return String.format(Locale.ROOT, "%.4g users per second", rate);
  }
}
