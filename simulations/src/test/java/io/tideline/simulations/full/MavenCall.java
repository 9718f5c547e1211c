package io.tideline.simulations.full;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A call of Maven on a copy of the source, as somebody makes it who has just cloned it. What is
 * started is ended when this JVM is.
 */
public final class MavenCall {
  private static final long LONGEST_STOP_SECONDS = 60;

  private MavenCall() {}

  /**
   * Makes it and waits for its end.
   *
   * @param folder where it is made
   * @param output file for what it prints
   * @param longestMinutes after which it is ended, and the call fails
   * @return Maven's exit code
   */
  public static int run(Path folder, Path output, long longestMinutes, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("full.mvn", "mvn"));
    command.addAll(List.of("-B", "-ntp"));
    if (Boolean.getBoolean("full.offline")) {
      command.add("-o");
    }
    command.addAll(arguments);
    Files.createDirectories(output.toAbsolutePath().getParent());
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    Thread stop = new Thread(() -> stop(process), "stop-maven");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      if (!process.waitFor(longestMinutes, TimeUnit.MINUTES)) {
        throw new AssertionError(
            "no end within " + longestMinutes + " minutes of mvn " + String.join(" ", arguments));
      }
      return process.exitValue();
    } finally {
      stop(process);
      Runtime.getRuntime().removeShutdownHook(stop);
    }
  }

  /** In order, so that what it has started ends as well. */
  private static void stop(Process process) {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroy();
    all.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
