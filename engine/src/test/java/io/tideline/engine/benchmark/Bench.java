package io.tideline.engine.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where trials are carried out: a target and a generator, each in a process of its own. */
final class Bench {
  private Bench() {}

  static Outcome carryOut(Trial trial) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("tideline-benchmark");
    try (TargetProcess target = new TargetProcess(trial.users(), folder);
        GeneratorProcess generator = new GeneratorProcess(trial, target.url(), folder)) {
      TreeMap<Long, Long> cpu = generator.await();
      double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
      return new Outcome(trial, target.end(), origin(folder), cpu, showing(folder), load);
    } finally {
      delete(folder);
    }
  }

  /** The run's first instant, which only Tideline knows. */
  private static OptionalLong origin(Path folder) throws IOException {
    Path file = folder.resolve(BenchmarkSimulation.ORIGIN_FILE);
    return Files.exists(file)
        ? OptionalLong.of(Long.parseLong(Files.readString(file)))
        : OptionalLong.empty();
  }

  private static double showing(Path folder) throws IOException {
    Path file = folder.resolve(TidelineSimulation.SHOWING_FILE);
    return Files.exists(file) ? Double.parseDouble(Files.readString(file)) : 0;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
