package io.tideline.reports.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a program cost, from its JVM's start to its end.
 *
 * @param cpuSeconds user and system time of the whole process
 * @param seconds on the clock
 * @param peakMib most heap in use, with what the collector had not yet taken
 * @param liveMib most heap in use after a collection
 */
record Cost(double cpuSeconds, double seconds, long peakMib, long liveMib) {
  private static final String MARK = "measured ";
  private static final long MOST_MINUTES = 30;

  /**
   * Runs {@code program}, a class and its arguments, in a JVM of its own with this class path.
   *
   * @param jvm settings of that JVM
   */
  static Cost of(List<String> jvm, List<String> program) throws IOException, InterruptedException {
    Path output = Files.createTempFile("benchmark", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Measured.class.getName()));
    command.addAll(program);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
      List<String> lines = Files.readAllLines(output);
      String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
      if (!ended || !last.startsWith(MARK)) {
        throw new IOException(program.get(0) + " did not end in order: " + lines);
      }
      return parsed(last.substring(MARK.length()).split(" "));
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }

  private static Cost parsed(String[] figures) {
    return new Cost(
        Double.parseDouble(figures[0]),
        Double.parseDouble(figures[1]),
        Long.parseLong(figures[2]),
        Long.parseLong(figures[3]));
  }
}
