package io.tideline.engine.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Gatling in a process of its own, as its Maven plugin starts it, with its processor time. */
final class GeneratorProcess implements AutoCloseable {
  private static final long SAMPLE_MILLIS = 50;
  private static final long START_AND_END_SECONDS = 60;

  private final Trial trial;
  private final Path folder;
  private final Process process;

  GeneratorProcess(Trial trial, String url, Path folder) throws IOException {
    this.trial = trial;
    this.folder = folder;
    process =
        new ProcessBuilder(command(url))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
  }

  private List<String> command(String url) {
    Map<String, Object> properties =
        Map.of(
            BenchmarkSimulation.URL,
            url,
            BenchmarkSimulation.FOLDER,
            folder,
            BenchmarkSimulation.LOAD,
            Stretch.format(trial.load()),
            BenchmarkSimulation.REQUESTS,
            trial.visit().requests(),
            BenchmarkSimulation.SHARED,
            trial.visit().shared(),
            BenchmarkSimulation.GUARDED,
            trial.visit().guarded(),
            "gatling.data.enableAnalytics",
            false);
    List<String> command = new ArrayList<>(List.of(Java.executable()));
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(trial.jvm());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.gatling.app.Gatling", "-s", trial.simulation().getName()));
    command.addAll(List.of("-rf", folder.toString(), "-nr"));
    return command;
  }

  /**
   * Waits for its end.
   *
   * @return processor time in nanoseconds since its start, by {@link SharedClock}
   */
  TreeMap<Long, Long> await() throws IOException, InterruptedException {
    TreeMap<Long, Long> cpu = new TreeMap<>();
    long deadline =
        System.nanoTime() + TimeUnit.SECONDS.toNanos(trial.seconds() + START_AND_END_SECONDS);
    while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
      Optional<Duration> spent = process.info().totalCpuDuration();
      spent.ifPresent(duration -> cpu.put(SharedClock.nanos(), duration.toNanos()));
      if (System.nanoTime() > deadline) {
        throw new IOException("the generator did not end: " + output());
      }
    }
    if (process.exitValue() != 0) {
      throw new IOException("the generator failed: " + output());
    }
    return cpu;
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output.txt"));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
