package io.tideline.reports.stats;

import java.util.List;

/**
 * What became of the writes that the target acknowledged: each was looked up after the run.
 *
 * @param acknowledged how many there were
 * @param lost of them, how many are gone
 * @param duplicated of them, how many are there more than once
 * @param unknown of them, how many could not be looked up
 * @param examples some of those that are lost or duplicated, in words
 */
public record WriteCounts(
    long acknowledged, long lost, long duplicated, long unknown, List<String> examples) {
  public WriteCounts {
    examples = List.copyOf(examples);
  }
}
