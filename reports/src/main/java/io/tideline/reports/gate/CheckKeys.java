package io.tideline.reports.gate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names for the checks of one verdict by which they are known from run to run.
 *
 * <p>That is a check's id, but a plan may put the same question twice with two limits: 1 % of
 * errors to be judged at the end, and 50 % to stop the run. The later ones of a kind then carry
 * their number in the verdict, which is the plan's order: {@code slo/}...{@code /errors#2}.
 */
public final class CheckKeys {
  private CheckKeys() {}

  /** Key to check, in the order of the checks; no two keys are equal. */
  public static Map<String, Check> of(List<Check> checks) {
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Check> keyed = new LinkedHashMap<>();
    for (Check check : checks) {
      int number = seen.merge(check.id(), 1, Integer::sum);
      keyed.put(number == 1 ? check.id() : check.id() + "#" + number, check);
    }
    return keyed;
  }
}
