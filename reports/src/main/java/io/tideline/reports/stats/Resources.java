package io.tideline.reports.stats;

import java.util.List;

/**
 * What the target consumed through a run, in equal intervals.
 *
 * @param intervalSeconds length of an interval: that of the time line, or the next longer one in
 *     which each source was read
 * @param sources all that were asked
 * @param rows one for each resource, in the order in which they were first told
 */
public record Resources(int intervalSeconds, List<Source> sources, List<ResourceRow> rows) {
  public Resources {
    sources = List.copyOf(sources);
    rows = List.copyOf(rows);
  }

  /**
   * A source of resources.
   *
   * @param name as the plan has it
   * @param samples how often it told something
   * @param gaps when it told nothing
   */
  public record Source(String name, long samples, List<Gap> gaps) {
    public Source {
      gaps = List.copyOf(gaps);
    }
  }

  /**
   * A time without an answer.
   *
   * @param fromSeconds of the first time that it did not answer, since the run's first instant
   * @param toSeconds of the last
   * @param reason of the first
   */
  public record Gap(double fromSeconds, double toSeconds, String reason) {}
}
