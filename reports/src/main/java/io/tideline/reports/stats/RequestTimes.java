package io.tideline.reports.stats;

import java.util.List;

/**
 * The requests of one name over time.
 *
 * @param journey the outermost group around them; empty outside of all groups
 * @param name what Gatling calls them
 * @param cells one for each interval of the time line
 */
public record RequestTimes(String journey, String name, List<TimeCell> cells) {
  public RequestTimes {
    cells = List.copyOf(cells);
  }

  /** The cells of the intervals from {@code from} to before {@code to}, as far as there are any. */
  List<TimeCell> within(int from, int to) {
    int last = Math.min(to, cells.size());
    return cells.subList(Math.min(Math.max(0, from), Math.max(0, last)), Math.max(0, last));
  }
}
