package io.tideline.reports.stats;

import java.util.List;

/**
 * Users by the log's count.
 *
 * @param started users that started
 * @param ended users that left
 * @param perScenario the same for each scenario, in the log's order
 */
public record Users(long started, long ended, List<Scenario> perScenario) {

  public Users {
    perScenario = List.copyOf(perScenario);
  }

  /**
   * Users of one scenario.
   *
   * @param scenario its name
   */
  public record Scenario(String scenario, long started, long ended) {}
}
