package io.tideline.engine.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A {@link StampTarget} in a process of its own. */
final class TargetProcess implements AutoCloseable {
  private final Process process;
  private final Path file;
  private final int port;

  TargetProcess(int arrivals, Path folder) throws IOException {
    file = folder.resolve("stamps");
    process =
        new ProcessBuilder(
                Java.executable(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                StampTarget.class.getName(),
                Integer.toString(arrivals),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader reader = process.inputReader();
    String line = reader.readLine();
    if (line == null) {
      throw new IOException("the target did not start");
    }
    port = Integer.parseInt(line);
    TargetWarmUp.of(port);
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Ends it and gives what it saw. */
  Stamps end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new IOException("the target did not end");
    }
    return Stamps.read(file);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
