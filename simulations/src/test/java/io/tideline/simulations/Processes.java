package io.tideline.simulations;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds the processes that a run started, and ends those of a test. */
final class Processes {
  private static final long LONGEST_STOP_SECONDS = 20;

  private Processes() {}

  /** Asks a process to end, and ends it if it does not. */
  static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Those whose command line names a file under {@code folder}. */
  static List<ProcessHandle> mentioning(Path folder) {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(process -> mentions(process, folder)).toList();
    }
  }

  /** Whether a process's command line names a file under {@code folder}. */
  static boolean mentions(ProcessHandle process, Path folder) {
    return process.info().commandLine().orElse("").contains(folder.toString());
  }
}
