package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.tideline.simulations.full.Exam;
import io.tideline.simulations.full.FullRun;
import io.tideline.simulations.full.MavenCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario of the plan by its name alone, by Maven, from a copy of the source with nothing
 * built: it has to end, with PASS. Those of hours are compressed.
 */
@Exam("whole scenarios")
class ScenariosIT {
  private static final Path PLAN = Path.of("src/test/resources/tideline.conf");
  private static final long LONGEST_MINUTES = 120;

  /** A soak of six minutes, and a search whose steps are six times as short. */
  private static final Map<String, List<String>> SHORTER =
      Map.of("soak", List.of("-Dspeedup=240"), "stress", List.of("-Dspeedup=6"));

  static Stream<String> scenarios() {
    return ConfigFactory.parseFile(PLAN.toFile()).getObject("scenarios").keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void itEndsWithItsVerdict(String scenario) throws Exception {
    Path results = FullRun.fresh("scenario-" + scenario);
    List<String> call = new ArrayList<>(List.of("gatling:test", "-Dscenario=" + scenario));
    call.addAll(SHORTER.getOrDefault(scenario, List.of()));
    call.add("-Dgatling.resultsFolder=" + results);
    Path output = results.resolve("output.txt");
    int code = MavenCall.run(FullRun.copy("scenarios"), output, LONGEST_MINUTES, call);
    String said = Files.readString(output);
    JudgedRun run = JudgedRun.of(folder(results, said), said);
    run.print(scenario, "slo/.*|resilience/.*|drift/.*|validity/.*");
    assertThat(run.result()).as("see %s; failing: %s", output, run.failing()).isEqualTo("PASS");
    assertThat(code).as("Maven's exit code, see %s", output).isZero();
  }

  /** The run's own folder; fresh runs of the same call come after it. */
  private static Path folder(Path results, String said) throws Exception {
    try (Stream<Path> folders = Files.list(results)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("tideline").resolve("verdict.json")))
          .sorted()
          .findFirst()
          .orElseThrow(() -> new AssertionError("there is no verdict; Maven said: " + end(said)));
    }
  }

  private static String end(String said) {
    return said.substring(Math.max(0, said.length() - 2_000));
  }
}
