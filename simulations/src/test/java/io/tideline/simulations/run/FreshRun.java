package io.tideline.simulations.run;

import io.tideline.simulations.MemoriesSimulation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Another run of what this process runs, in a process of its own that is started as this one was:
 * same JVM, same options, same load. It judges itself by its own promises and compares with nobody.
 */
final class FreshRun implements AutoCloseable {
  /** System property with the file into which a fresh run writes its results folder. */
  static final String REPORT_TO = "tideline.fresh";

  private static final List<String> NOT_ITS_OWN =
      List.of("history", "confirm", "paired", "tickets", "metricsPort", "linger");
  private static final String GATLING = "io.gatling.app.Gatling";

  /** For a stand-in to start, the last users to leave, and the records to be read. */
  private static final Duration BESIDES_THE_LOAD = Duration.ofMinutes(30);

  private final Process process;
  private final Path report;
  private final Duration longest;

  private FreshRun(Process process, Path report, Duration longest) {
    this.process = process;
    this.report = report;
    this.longest = longest;
  }

  /**
   * Starts it.
   *
   * @param run what this process has run
   * @param results folder in which Gatling makes one folder for each run
   * @param log where its output goes; must not be there yet
   * @param options that it is to have instead of this process' own
   */
  static FreshRun start(PreparedRun run, Path results, Path log, Map<String, String> options)
      throws IOException {
    Path report = Files.createTempFile("tideline-fresh-run", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-agentlib") && !argument.startsWith("-javaagent"))
        .forEach(command::add);
    NOT_ITS_OWN.forEach(name -> command.add("-D" + name + "="));
    command.add("-Dprogress=off");
    options.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-D" + REPORT_TO + "=" + report);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), GATLING));
    command.addAll(
        List.of("-s", MemoriesSimulation.class.getName(), "-rf", results.toString(), "-nr"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Files.createFile(log).toFile());
    NOT_ITS_OWN.forEach(
        name -> builder.environment().remove("TIDELINE_" + name.toUpperCase(Locale.ROOT)));
    Duration longest = run.plan().duration().plus(BESIDES_THE_LOAD);
    return new FreshRun(builder.start(), report, longest);
  }

  /** Its results folder, once it has ended; nothing when it has none. */
  Optional<Path> await() throws InterruptedException, IOException {
    if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
      return Optional.empty();
    }
    String folder = Files.readString(report).strip();
    return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
  }

  /** Ends it, in order if it can. */
  @Override
  public void close() {
    process.destroy();
    try {
      Files.deleteIfExists(report);
    } catch (IOException left) {
      report.toFile().deleteOnExit();
    }
  }
}
