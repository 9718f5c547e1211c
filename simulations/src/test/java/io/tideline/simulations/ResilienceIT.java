package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The resilience scenario against a stand-in with all of its protections, which passes, and without
 * each of them, which fails by the check that is about it. About six minutes each, and so only done
 * when asked for; docs/resilience.md has the command.
 */
@EnabledIfSystemProperty(named = "resilience", matches = "true")
class ResilienceIT {
  private static final long LONGEST_MINUTES = 15;

  @TempDir Path folder;

  private record Answer(String verdict, List<String> failing, String output) {}

  private Answer run(String standIn) throws Exception {
    String[] options = {"scenario=resilience", "progress=off", "standIn=" + standIn};
    try (GatlingProcess run = GatlingProcess.start(folder, options)) {
      assertThat(run.process().waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).isTrue();
      Path verdict = run.folder().resolve("tideline").resolve("verdict.json");
      JsonNode json = JsonMapper.builder().build().readTree(Files.readString(verdict));
      List<String> failing = new ArrayList<>();
      for (JsonNode check : json.required("checks")) {
        if (check.required("status").asText().equals("FAIL")) {
          failing.add(check.required("id").asText());
        }
      }
      System.out.println(standIn + ": " + json.required("verdict").asText() + " " + failing);
      return new Answer(json.required("verdict").asText(), failing, run.output());
    }
  }

  @Test
  void withAllItsProtectionsTheStandInPasses() throws Exception {
    Answer answer = run("--replication=sync");

    assertThat(answer.failing()).as(answer.output()).isEmpty();
    assertThat(answer.verdict()).isEqualTo("PASS");
  }

  @ParameterizedTest
  @CsvSource({
    "--without=socket-timeout,timeout, resilience/longest-call",
    "--without=breaker, resilience/breaker/black hole/opens",
  })
  void withoutOneOfThemItFailsByTheCheckThatIsAboutIt(String standIn, String check)
      throws Exception {
    Answer answer = run(standIn);

    assertThat(answer.verdict()).as(answer.output()).isEqualTo("FAIL");
    assertThat(answer.failing()).anyMatch(id -> id.startsWith(check));
  }
}
