package io.tideline.reports.cli;

import io.tideline.engine.control.ControlFile;
import io.tideline.reports.stats.ResultsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run on this machine that goes on at present.
 *
 * @param folder its results folder
 * @param control how to reach it
 */
record RunningRun(Path folder, ControlFile control) {

  /**
   * The run in {@code folder}, or the only one in a folder of runs.
   *
   * @throws IOException when there is none, or more than one; its message says what would do
   */
  static RunningRun in(Path folder) throws IOException {
    Path own = file(folder);
    if (Files.exists(own)) {
      return new RunningRun(folder, ControlFile.read(own));
    }
    List<Path> going = going(folder);
    if (going.isEmpty()) {
      throw new IOException(folder + ": no run goes on there; name its folder with --run");
    }
    if (going.size() > 1) {
      throw new IOException(
          "several runs go on; name one with --run:\n"
              + going.stream().map(Path::toString).collect(Collectors.joining("\n")));
    }
    return new RunningRun(going.get(0), ControlFile.read(file(going.get(0))));
  }

  /** The runs in a folder whose generator is alive; one that was killed leaves its file behind. */
  private static List<Path> going(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> runs;
    try (Stream<Path> all = Files.list(folder)) {
      runs = all.filter(run -> Files.exists(file(run))).sorted().toList();
    }
    List<Path> alive = new java.util.ArrayList<>();
    for (Path run : runs) {
      if (ProcessHandle.of(ControlFile.read(file(run)).pid()).isPresent()) {
        alive.add(run);
      }
    }
    return alive;
  }

  private static Path file(Path run) {
    return run.resolve(ResultsFolder.TIDELINE).resolve(ControlFile.FILE_NAME);
  }
}
