package io.tideline.reports.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes {@link Users} of counts by scenario. */
final class UserCounts {
  private UserCounts() {}

  static Users of(List<String> scenarios, long[] started, long[] ended) {
    List<Users.Scenario> rows = new ArrayList<>();
    for (int i = 0; i < scenarios.size(); i++) {
      rows.add(new Users.Scenario(scenarios.get(i), started[i], ended[i]));
    }
    return new Users(Arrays.stream(started).sum(), Arrays.stream(ended).sum(), rows);
  }
}
