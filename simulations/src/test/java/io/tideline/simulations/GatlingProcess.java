package io.tideline.simulations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A simulation in a process of its own, started as the Maven plugin starts it. */
final class GatlingProcess implements AutoCloseable {
  private static final long LONGEST_SECONDS = 300;

  private final String prefix;
  private final Process process;
  private final Path results;
  private final Path output;

  /** A call of Maven that is ended takes its run along. */
  private final Thread stopAtExit = new Thread(this::end, "end-run");

  private GatlingProcess(Class<?> simulation, Process process, Path results, Path output) {
    this.prefix = simulation.getSimpleName().toLowerCase(Locale.ROOT) + "-";
    this.process = process;
    this.results = results;
    this.output = output;
    Runtime.getRuntime().addShutdownHook(stopAtExit);
  }

  /** Starts a run with its results in {@code results}; options as {@code name=value}. */
  static GatlingProcess start(Path results, String... options) throws IOException {
    return start(MemoriesSimulation.class, results, Map.of(), options);
  }

  /** The same with more environment variables. */
  static GatlingProcess start(Path results, Map<String, String> environment, String... options)
      throws IOException {
    return start(MemoriesSimulation.class, results, environment, options);
  }

  /** A run of another simulation. */
  static GatlingProcess start(Class<?> simulation, Path results, String... options)
      throws IOException {
    return start(simulation, results, Map.of(), options);
  }

  private static GatlingProcess start(
      Class<?> simulation, Path results, Map<String, String> environment, String... options)
      throws IOException {
    Path output = results.resolve("output.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "-Xmx512m"));
    // A run of a minute ends before the second compiler has paid for itself.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Dtideline.results=" + results);
    command.addAll(Stream.of(options).map(option -> "-D" + option).toList());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.gatling.app.Gatling", "-s", simulation.getName()));
    command.addAll(List.of("-rf", results.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return new GatlingProcess(simulation, builder.start(), results, output);
  }

  Process process() {
    return process;
  }

  /** Waits for the end and gives the exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the run did not end within " + LONGEST_SECONDS + " s");
    }
    return process.exitValue();
  }

  /** What it has printed so far. */
  String output() throws IOException {
    return Files.readString(output);
  }

  /** Waits until it has printed {@code text}. */
  void awaitOutput(String text) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (!output().contains(text)) {
      if (System.nanoTime() > end || !process.isAlive()) {
        List<String> lines = output().lines().filter(line -> !line.startsWith("> ")).toList();
        throw new AssertionError(
            "the run did not say \"" + text + "\", but " + String.join("\n", lines));
      }
      Thread.sleep(50);
    }
  }

  /** Waits until a file of that name is somewhere in the results and holds as many bytes. */
  Path awaitFile(String name, long bytes) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      try (Stream<Path> files = Files.walk(results, 3)) {
        List<Path> found = files.filter(file -> file.endsWith(name)).toList();
        if (!found.isEmpty() && Files.size(found.get(0)) >= bytes) {
          return found.get(0);
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no " + name + " of " + bytes + " bytes; the run said: " + output());
  }

  /** Gatling's folder of this run. */
  Path folder() throws IOException {
    try (Stream<Path> folders = Files.list(results)) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no results folder in " + results));
    }
  }

  private void end() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(stopAtExit);
    } catch (IllegalStateException e) {
      return; // this JVM is ending, and the hook is what runs
    }
  }
}
