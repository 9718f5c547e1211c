package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.simulations.full.Exam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs beside the accepted runs of the past, for real. */
@Exam("a slower build, and its fresh runs")
class RegressionIT {
  private static final String[] OPTIONS = {
    "scenario=smoke", "duration=25s", "speedup=5", "rate=14"
  };

  @TempDir Path folder;

  @Test
  void aSlowerBuildFailsOnceFreshRunsConfirmItAndStaysOutOfTheHistory() throws Exception {
    Path history = folder.resolve("history");
    String first = run(folder, "first", 0, "history=" + history);
    assertThat(first).contains("Tideline: accepted as " + history, "Verdict: PASS");
    Path accepted = accepted(history).get(0);
    for (int i = 1; i <= 5; i++) {
      age(accepted, i);
    }

    String slower =
        run(folder, "slower", 2, "history=" + history, "confirm=2", "standIn=--delays=*=150");

    assertThat(slower)
        .contains("slower than earlier runs", "fresh run 1 of 2", "fresh run 2 of 2")
        .contains("Verdict: FAIL")
        .doesNotContain("proves nothing");
    assertThat(accepted(history)).hasSize(6);
    try (Stream<Path> logs = Files.walk(folder.resolve("slower"))) {
      assertThat(logs.filter(log -> log.toString().endsWith("-2.log"))).hasSize(1);
    }
  }

  private static String run(Path folder, String name, int exitCode, String... more)
      throws Exception {
    Path results = Files.createDirectories(folder.resolve(name));
    String[] options =
        Stream.of(Stream.of(OPTIONS), Stream.of(HastyPlan.in(folder)), Stream.of(more))
            .flatMap(each -> each)
            .toArray(String[]::new);
    try (GatlingProcess run = GatlingProcess.start(results, options)) {
      int ended = run.exitCode();
      assertThat(ended).as(run.output()).isEqualTo(exitCode);
      return run.output();
    }
  }

  private static List<Path> accepted(Path history) throws IOException {
    try (Stream<Path> files = Files.walk(history)) {
      return files.filter(file -> file.getParent().endsWith("accepted")).sorted().toList();
    }
  }

  /** The same run some days earlier. */
  private static void age(Path file, int days) throws IOException {
    String name = String.valueOf(file.getFileName());
    String text = Files.readString(file);
    String id = name.substring(name.indexOf('_') + 1, name.length() - ".json".length());
    String from = text.substring(text.indexOf("\"start\" : \"") + 11);
    Instant start = Instant.parse(from.substring(0, from.indexOf('"')));
    Instant earlier = start.minus(Duration.ofDays(days));
    Files.writeString(
        file.resolveSibling("aged-" + days + "_" + id + ".json"),
        text.replace(start.toString(), earlier.toString())
            .replace("\"" + id + "\"", "\"" + id + "-" + days + "\""));
  }
}
