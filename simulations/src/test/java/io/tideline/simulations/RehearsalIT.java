package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.band.Calibration;
import io.tideline.reports.gate.RegressionChecks;
import io.tideline.reports.history.CalibrationFile;
import io.tideline.reports.history.History;
import io.tideline.reports.history.Shelf;
import io.tideline.simulations.full.Exam;
import io.tideline.simulations.full.FullRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * How the gate does on real runs: nights of unchanged code, a request that became 20 % slower, and
 * a tail that became long while the mean stayed. It takes half an hour and a machine that does
 * nothing else.
 */
@Exam("nights")
@TestMethodOrder(OrderAnnotation.class)
class RehearsalIT {
  private static final int NIGHTS = Integer.getInteger("rehearsal.nights", 12);

  /** A warm-up of 10 s, then 40 s at 12 users per second. */
  private static final List<String> OPTIONS =
      List.of("scenario=baseline", "duration=4m", "speedup=6", "rate=12", "confirm=3");

  /** Milliseconds of service, so that 20 % of them are more than a log of milliseconds can lose. */
  private static final String UNCHANGED = "standIn=--delays=*=40";

  private static final String SLOWER = "standIn=--delays=*=40,GET /api/search=9";

  /** 2 % of all calls take 200 ms more, the others 4 ms less. */
  private static final String LONG_TAIL = "standIn=--delays=*=36,*=200@2%";

  /** Kept, so that what comes after the nights can be gone on with in another call. */
  private static final Path FOLDER = FullRun.folder().resolve("nights");

  @Test
  @Order(1)
  void nightsOfUnchangedCodeDoNotFail() throws Exception {
    if (Files.exists(FOLDER)) {
      Files.move(FOLDER, FullRun.fresh("earlier-nights").resolve("nights"));
    }
    for (int night = 1; night <= NIGHTS; night++) {
      String output = run(UNCHANGED);
      System.out.println("night " + night + ": " + verdict(output) + warnings(output));
      assertThat(verdict(output)).as(output).doesNotContain("FAIL");
    }
    assertThat(accepted()).as("accepted nights").isGreaterThanOrEqualTo(NIGHTS / 2);
    calibrate();
  }

  /** As {@code tideline.jar calibrate} does; without it 10 % of noise hide a change of 20 %. */
  private static void calibrate() throws IOException {
    Shelf shelf = new History(FOLDER.resolve("history")).shelves().get(0);
    Calibration noise = RegressionChecks.calibrate(shelf.read().runs());
    CalibrationFile.write(noise, shelf);
    System.out.println("noise of " + noise.runs() + " nights: " + noise.deviations());
  }

  @Test
  @Order(2)
  void aRequestThatBecame20PercentSlowerFailsTheRunByItsName() throws Exception {
    String output = run(SLOWER);
    System.out.println("slower: " + verdict(output));
    assertThat(verdict(output)).as(output).contains("FAIL");
    assertThat(output.substring(output.lastIndexOf("Injection:"))).contains("Search memories");
  }

  @Test
  @Order(3)
  void aTailThatBecameLongFailsTheRunAtP99ThoughTheMeanStayed() throws Exception {
    String output = run(LONG_TAIL);
    System.out.println("long tail: " + verdict(output));
    assertThat(verdict(output)).as(output).contains("FAIL");
    assertThat(output.substring(output.lastIndexOf("Injection:"))).contains("p99");
  }

  private static String run(String standIn) throws Exception {
    Path results = FullRun.fresh("night");
    String[] options =
        Stream.concat(OPTIONS.stream(), Stream.of(standIn, "history=" + FOLDER.resolve("history")))
            .toArray(String[]::new);
    try (GatlingProcess run = GatlingProcess.start(results, options)) {
      run.process().waitFor();
      FullRun.note(verdict(run.output()).replace("Verdict: ", "") + warnings(run.output()));
      return run.output();
    }
  }

  private static String verdict(String output) {
    return output.substring(output.lastIndexOf("Verdict: ")).lines().findFirst().orElse("");
  }

  private static String warnings(String output) {
    return output.contains("slower than earlier runs") ? ", after fresh runs" : "";
  }

  private static long accepted() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER.resolve("history"))) {
      return files.filter(file -> file.getParent().endsWith("accepted")).count();
    }
  }
}
