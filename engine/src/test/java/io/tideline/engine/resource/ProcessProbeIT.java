package io.tideline.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import io.tideline.testkit.QuietMachine;
import io.tideline.testkit.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Real processes, held against what {@code /proc} says of them. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class ProcessProbeIT {
  private static final List<String> SLEEPS = List.of("sleep", "54.321");

  private static Map<String, Reading> byName(List<Reading> readings) {
    return readings.stream().collect(Collectors.toMap(Reading::name, Function.identity()));
  }

  private static double status(long pid, String key) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith(key + ":"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }

  /** Until it has taken its memory and sleeps: its state is field 3 of {@code stat}. */
  private static void awaitSleep(long pid) throws Exception {
    Path stat = Path.of("/proc/" + pid + "/stat");
    Waiting.until(
        "process " + pid + " sleeps", () -> Files.readString(stat).startsWith(pid + " (sleep) S"));
  }

  @Test
  void memoryThreadsAndOpenFilesAreThoseOfTheSystem() throws Exception {
    Process process = new ProcessBuilder(SLEEPS).start();
    try {
      awaitSleep(process.pid());
      ProcessProbe probe =
          new ProcessProbe(new ProcessChoice(String.valueOf(process.pid())), System::nanoTime);
      Map<String, Reading> readings = byName(probe.ask());
      assertThat(readings).containsOnlyKeys("memory", "threads", "open files");
      assertThat(readings.get("memory").value())
          .isCloseTo(1024 * status(process.pid(), "VmRSS"), within(512.0 * 1024));
      assertThat(readings.get("memory").limit()).isGreaterThan(1L << 28);
      assertThat(readings.get("threads").value()).isEqualTo(status(process.pid(), "Threads"));
      try (Stream<Path> files = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
        assertThat(readings.get("open files").value()).isEqualTo(files.count());
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void aProcessThatNeverRestsUsesUpOneProcessor() throws Exception {
    Process process = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
    try {
      ProcessProbe probe =
          new ProcessProbe(new ProcessChoice(String.valueOf(process.pid())), System::nanoTime);
      probe.ask();
      QuietMachine.judges(
          () -> {
            double ticksBefore = ticks(process.pid());
            long before = System.nanoTime();
            probe.ask();
            Thread.sleep(2_000);
            double cpu = byName(probe.ask()).get("cpu").value();
            double used =
                (ticks(process.pid()) - ticksBefore) / 100 / ((System.nanoTime() - before) / 1e9);
            assertThat(cpu * Runtime.getRuntime().availableProcessors())
                .isCloseTo(used, within(0.1))
                .isGreaterThan(0.2);
          });
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** User and system time in hundredths of a second, fields 14 and 15 of {@code stat}. */
  private static double ticks(long pid) throws IOException {
    String[] fields = Files.readString(Path.of("/proc/" + pid + "/stat")).split(" ");
    return Arrays.stream(fields, 13, 15).mapToDouble(Double::parseDouble).sum();
  }

  @Test
  void itsEndIsAGapAndNeverZero() throws Exception {
    Process process = new ProcessBuilder(SLEEPS).start();
    ProcessProbe probe =
        new ProcessProbe(new ProcessChoice(String.valueOf(process.pid())), System::nanoTime);
    probe.ask();
    process.destroyForcibly().waitFor();
    for (int i = 0; i < 2; i++) {
      assertThatIOException()
          .isThrownBy(probe::ask)
          .withMessage("process " + process.pid() + " has ended");
    }
  }

  @Test
  void aProcessIsFoundByAPartOfItsCommandLineAndSoIsTheOneThatFollowsIt() throws Exception {
    ProcessProbe probe = new ProcessProbe(new ProcessChoice("sleep 54.321"), System::nanoTime);
    assertThatIOException()
        .isThrownBy(probe::ask)
        .withMessage("there is no process with \"sleep 54.321\" in its command line");
    for (int i = 0; i < 2; i++) {
      Process process = new ProcessBuilder(SLEEPS).start();
      awaitSleep(process.pid());
      assertThat(byName(probe.ask())).containsKey("threads");
      process.destroyForcibly().waitFor();
      assertThatIOException().isThrownBy(probe::ask).withMessageContaining("has ended");
    }
  }

  @Test
  void ofSeveralNobodyKnowsWhichIsMeant() throws Exception {
    Process one = new ProcessBuilder(SLEEPS).start();
    Process two = new ProcessBuilder(SLEEPS).start();
    try {
      awaitSleep(one.pid());
      awaitSleep(two.pid());
      assertThatIOException()
          .isThrownBy(() -> new ProcessChoice("sleep 54.321").id())
          .withMessageContaining("2 processes have \"sleep 54.321\"")
          .withMessageContaining(String.valueOf(one.pid()))
          .withMessageContaining(String.valueOf(two.pid()));
    } finally {
      one.destroyForcibly().waitFor();
      two.destroyForcibly().waitFor();
    }
  }

  @Test
  void anIdThatNobodyHasIsAGap() {
    assertThatIOException()
        .isThrownBy(() -> new ProcessProbe(new ProcessChoice("4194305"), System::nanoTime).ask())
        .withMessage("there is no process 4194305");
  }
}
