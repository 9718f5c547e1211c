package io.tideline.reports.report;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of a run's files.
 *
 * @param files that were written, in order
 * @param problems why others were not, a sentence each
 */
public record Written(List<Path> files, List<String> problems) {
  /** Unchangeable. */
  public Written {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }
}
