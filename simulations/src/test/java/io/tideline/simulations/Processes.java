package io.tideline.simulations;

import java.nio.file.Path;

/** Finds the processes that a run started. */
final class Processes {
  private Processes() {}

  /** Whether a process's command line names a file under {@code folder}. */
  static boolean mentions(ProcessHandle process, Path folder) {
    return process.info().commandLine().orElse("").contains(folder.toString());
  }
}
