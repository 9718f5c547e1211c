package io.tideline.engine.fault;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end, within a time. */
final class Command {
  private static final int MOST_WORDS = 300;

  private Command() {}

  /**
   * Runs it; what it printed goes into the sentence when it fails.
   *
   * @param command program and its arguments
   * @throws IOException when it cannot be started, takes too long, or ends with another code than 0
   */
  static String run(List<String> command, Duration timeout)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("tideline-command", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(nothing()))
            .start();
    try {
      if (!process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IOException(
            words(command) + " had not ended after " + timeout.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            words(command) + " ended with code " + process.exitValue() + ": " + said(output));
      }
      return "ran " + words(command);
    } finally {
      end(process);
      Files.deleteIfExists(output);
    }
  }

  private static File nothing() {
    boolean windows = File.separatorChar == '\\';
    return new File(windows ? "NUL" : "/dev/null");
  }

  private static void end(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String said(Path output) throws IOException {
    String text = Files.readString(output).strip();
    return text.isEmpty()
        ? "it printed nothing"
        : text.substring(Math.max(0, text.length() - MOST_WORDS));
  }

  private static String words(List<String> command) {
    return String.join(" ", command);
  }
}
