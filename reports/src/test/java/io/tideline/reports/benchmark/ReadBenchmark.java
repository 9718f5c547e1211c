package io.tideline.reports.benchmark;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.benchmark.BenchmarkLog.Counts;
import io.tideline.reports.cli.Tideline;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.RunReader;
import io.tideline.reports.stats.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes logs of 1, 10 and 86 million records and has each analysed, and one by Gatling's report
 * generator too, every time in a JVM of its own; prints tables in Markdown. Nothing stays behind.
 * docs/benchmarks.md says how to run it and what its figures mean.
 */
public final class ReadBenchmark {
  private static final long MILLION = 1_000_000;
  private static final String GATLING = "io.gatling.app.Gatling";
  private static final List<String> SMALL_HEAP = List.of("-Xmx256m");

  /** As Gatling's Maven plugin sets it up, with more heap than it asks for. */
  private static final List<String> GATLINGS_JVM =
      List.of("-Xmx4g", "-XX:+UseG1GC", "--add-opens=java.base/java.lang=ALL-UNNAMED");

  private final Path folder;
  private final List<Long> millions;
  private final long forGatling;
  private final long wide;

  private ReadBenchmark(Path folder, List<Long> millions) {
    this.folder = folder;
    this.millions = millions;
    this.forGatling = Long.getLong("benchmark.gatling", 10);
    this.wide = Long.getLong("benchmark.wide", 10);
  }

  /** Options are system properties: {@code benchmark.folder, .millions, .gatling, .wide}. */
  public static void main(String[] args) throws Exception {
    String parent = System.getProperty("benchmark.folder", System.getProperty("java.io.tmpdir"));
    List<Long> millions =
        Arrays.stream(System.getProperty("benchmark.millions", "1,10,86").split(","))
            .map(Long::valueOf)
            .toList();
    Path folder = Files.createTempDirectory(Path.of(parent), "tideline-benchmark");
    try {
      new ReadBenchmark(folder, millions).run();
    } finally {
      delete(folder);
    }
  }

  private void run() throws Exception {
    System.out.println(
        "| records | bytes | | CPU s | records per CPU s | s | heap, peak MiB | after a collection |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (long million : millions) {
      Path run = folder.resolve("run" + million);
      Counts counts = BenchmarkLog.write(run, million * MILLION, LoggedRequests.USUAL);
      row(counts, "the reader alone", cost(SMALL_HEAP, ReaderAlone.class.getName(), run));
      Cost analysis = cost(SMALL_HEAP, Tideline.class.getName(), "analyze", run);
      row(counts, "`analyze`", analysis);
      requireEqual(counts, run);
      if (million == forGatling) {
        compare(counts, run, analysis);
      }
      delete(run);
    }
    if (wide > 0) {
      wide();
    }
  }

  /** As many names as are kept apart, each with its own distribution. */
  private void wide() throws Exception {
    Path run = folder.resolve("wide");
    Counts counts = BenchmarkLog.write(run, wide * MILLION, LoggedRequests.WIDE);
    row(
        counts,
        "`analyze`, 2,000 names, 1 ms to 60 s",
        cost(SMALL_HEAP, Tideline.class.getName(), "analyze", run));
    requireEqual(counts, run);
  }

  private void compare(Counts counts, Path run, Cost ours) throws Exception {
    Object[] arguments = {GATLING, "-ro", run.getFileName(), "-rf", folder};
    Cost gatlings = Cost.of(GATLINGS_JVM, Arrays.stream(arguments).map(Object::toString).toList());
    row(counts, "Gatling's report generator", gatlings);
    System.out.printf(
        Locale.ROOT,
        "%nGatling's report generator takes %.1f times the processor time, %.1f times the time on"
            + " the clock and %.1f times the heap.%n%n",
        gatlings.cpuSeconds() / ours.cpuSeconds(),
        gatlings.seconds() / ours.seconds(),
        (double) gatlings.peakMib() / ours.peakMib());
  }

  private static Cost cost(List<String> jvm, Object... program) throws Exception {
    return Cost.of(jvm, Arrays.stream(program).map(Object::toString).toList());
  }

  private static void row(Counts counts, String what, Cost cost) {
    System.out.printf(
        Locale.ROOT,
        "| %,d | %,d | %s | %.2f | %,.0f | %.1f | %d | %d |%n",
        counts.records(),
        counts.bytes(),
        what,
        cost.cpuSeconds(),
        counts.records() / cost.cpuSeconds(),
        cost.seconds(),
        cost.peakMib(),
        cost.liveMib());
  }

  /** A figure is worth nothing when the result is wrong. */
  private static void requireEqual(Counts counts, Path run) throws IOException {
    Sample all = RunReader.read(run.resolve(ResultsFolder.TIDELINE)).pool(Scope.EVERYTHING);
    if (all.ok() != counts.ok() || all.ko() != counts.ko()) {
      throw new IllegalStateException(
          run + ": " + counts + " were written, " + all.ok() + " and " + all.ko() + " counted");
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
