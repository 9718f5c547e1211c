package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tideline.engine.plan.DriftPlan.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftReaderTest {
  private static final String DAY = "phases = [ { name = day, hold = 1, lasts = 24 h } ]";
  private static final String HOUR = "phases = [ { name = hour, hold = 1, lasts = 1 h } ]";

  @TempDir Path folder;

  private Plan read(String defaults, String scenario, Map<String, String> more) throws IOException {
    String text =
        """
        defaults { mix { Browse = 1 }, slos = [ { errors = 1 %% } ], %s }
        scenarios { soak { rate = 1, %s } }
        """
            .formatted(defaults, scenario);
    Map<String, String> properties = new HashMap<>(more);
    properties.put("scenario", "soak");
    return new PlanReader(Catalogue.any(), new Options(properties, Map.of()))
        .read(Files.writeString(folder.resolve("plan.conf"), text));
  }

  private List<String> problems(String scenario) {
    PlanException refused =
        catchThrowableOfType(PlanException.class, () -> read("", scenario, Map.of()));
    assertThat(refused).as("the plan must be refused").isNotNull();
    return refused.getMessage().lines().toList();
  }

  @Test
  void aLongRunIsJudgedWithoutBeingAskedToAndAShortOneIsNot() throws IOException {
    assertThat(read("", DAY, Map.of()).drift()).isEqualTo(DriftPlan.STANDARD);
    assertThat(read("", HOUR, Map.of()).drift()).isNull();
    assertThat(read("drift { growth = 2 % }", HOUR, Map.of()).drift()).isNull();
    assertThat(read("", DAY + ", drift { on = false }", Map.of()).drift()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "drift {} | 3 blocks of 15 m | 225 s at most",
        "drift { block = 7 m } | 6 blocks of 7 m | 225 s at most",
        "drift { block = 4 m } | 11 blocks of 4 m | let the measured phases last 64 m",
        "drift { block = 5 m, skip = 50 % } | 6 blocks of 5 m | 150 s at most",
        "drift { on = true, block = 20 m } | 2 blocks of 20 m | drift { on = false }",
      })
  void tooFewBlocksToBeJudgedAreRefused(String drift, String blocks, String cure) {
    assertThat(problems(HOUR + ", " + drift))
        .singleElement()
        .asString()
        .contains(blocks, "from 12 on", cure);
  }

  /** What is judged begins after the warm-up, or after what is skipped, whichever is longer. */
  @Test
  void aWarmUpIsNoReasonToRefuseWhatIsLongEnough() throws IOException {
    String phases =
        "phases = [ { name = warm, hold = 1, lasts = 1 h, warm-up = true },"
            + " { name = day, hold = 1, lasts = %s } ], drift {}";
    assertThat(read("", phases.formatted("3 h"), Map.of()).drift()).isNotNull();
    assertThat(problems(phases.formatted("170 m")))
        .singleElement()
        .asString()
        .contains("11 blocks");
  }

  @ParameterizedTest
  @CsvSource({"1", "7", "13", "96", "333", "1440"})
  void aSpeedupChangesNothing(String speedup) throws IOException {
    String phases = "phases = [ { name = day, hold = 1, lasts = %s } ]";
    Map<String, String> fast = Map.of("speedup", speedup);
    assertThat(read("", phases.formatted("4 h") + ", drift {}", fast).drift()).isNotNull();
    assertThat(read("", phases.formatted("4 h"), fast).drift()).isNotNull();
    assertThat(read("", phases.formatted("3 h"), fast).drift()).isNull();
  }

  @Test
  void aDurationThatLeavesTooLittleIsRefusedBeforeTheRun() throws IOException {
    PlanException refused =
        catchThrowableOfType(
            PlanException.class,
            () -> read("", DAY + ", drift { cycle = 24 h }", Map.of("duration", "10m")));
    assertThat(refused).hasMessageContaining("0 blocks of 15 m").hasMessageContaining("240 m");
    assertThat(read("", DAY, Map.of("duration", "10m")).drift()).isNull();
    PlanException second =
        catchThrowableOfType(
            PlanException.class, () -> read("", DAY + ", drift {}", Map.of("duration", "5s")));
    assertThat(second.getMessage()).doesNotContain("block of 0 s");
  }

  @Test
  void enoughShorterBlocksAreJudged() throws IOException {
    assertThat(read("", HOUR + ", drift { block = 225 s }", Map.of()).drift()).isNotNull();
    assertThat(read("", HOUR + ", drift { on = false }", Map.of()).drift()).isNull();
  }

  @Test
  void lengthIsThatOfThePlanAndNotOfTheClock() throws IOException {
    assertThat(read("", DAY, Map.of("speedup", "60")).drift()).isEqualTo(DriftPlan.STANDARD);
    assertThat(read("", DAY, Map.of("duration", "2h")).drift()).isNull();
  }

  @Test
  void aSearchIsNotJudged() throws IOException {
    assertThat(read("", DAY + ", search {}", Map.of()).drift()).isNull();
  }

  @Test
  void allOfItCanBeSaid() throws IOException {
    String own =
        """
        drift { block = 10 m, skip = 10 %, level = 5 %, growth = 2 %, cycle = 30 m, look = 1 h,
          look-level = 0.1 %, stop = false, ignore = ["disk space /var"],
          limits { "heap after gc" = 512 MiB, threads = 400, "gc time" = 20 % } }
        """;

    DriftPlan drift = read("", DAY + ", " + own, Map.of()).drift();

    assertThat(drift)
        .isEqualTo(
            new DriftPlan(
                Duration.ofMinutes(10),
                0.1,
                0.05,
                0.02,
                Duration.ofMinutes(30),
                Map.of("heap after gc", 512.0 * (1 << 20), "threads", 400.0, "gc time", 0.2),
                List.of("disk space /var"),
                new Look(Duration.ofHours(1), 0.001, false)));
    assertThat(read("", DAY + ", drift { look = never }", Map.of()).drift().look()).isNull();
  }

  @Test
  void planJsonKeepsAllOfIt() throws IOException {
    Plan plan = read("", DAY + ", drift { cycle = 24 h, limits { threads = 9 } }", Map.of());
    Path file = folder.resolve("plan.json");

    PlanJson.write(plan, file);

    assertThat(PlanJson.read(file)).isEqualTo(plan);
    assertThat(Files.readString(file)).contains("\"cycleSeconds\" : 86400");
  }

  @Test
  void mistakesAreNamed() {
    assertThat(problems(DAY + ", drift { blok = 15 m, level = 0, limits { heap = much } }"))
        .hasSize(3)
        .anyMatch(problem -> problem.contains("scenarios.soak.drift.blok: is not known here"))
        .anyMatch(problem -> problem.contains("scenarios.soak.drift.level: 0 is no rise"))
        .anyMatch(problem -> problem.contains("\"much\" is no amount above 0; write for example"));
    assertThat(problems(DAY + ", drift { skip = 100 % }"))
        .singleElement()
        .asString()
        .contains("leaves nothing of the run");
  }
}
