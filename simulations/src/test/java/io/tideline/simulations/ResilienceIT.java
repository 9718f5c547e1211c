package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.simulations.full.Exam;
import io.tideline.simulations.full.FullRun;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scenarios that break things, against a stand-in with all of its protections, which passes,
 * and without each of them, which fails by the check that is about it. Two to seven minutes each;
 * {@link QuestionsIT} asks the same within a minute.
 */
@Exam("resilience, overload, network")
class ResilienceIT {
  private static final long LONGEST_MINUTES = 15;

  private static JudgedRun run(String... options) throws Exception {
    Path folder = FullRun.fresh("resilience");
    try (GatlingProcess run = GatlingProcess.start(folder, options)) {
      assertThat(run.process().waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).isTrue();
      JudgedRun judged = JudgedRun.of(run);
      judged.print(String.join(" ", options), "resilience/.*");
      return judged;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"resilience", "overload", "network"})
  void withAllItsProtectionsTheStandInPasses(String scenario) throws Exception {
    JudgedRun answer = run("scenario=" + scenario);

    assertThat(answer.failing()).as(answer.output()).isEmpty();
    assertThat(answer.result()).isEqualTo("PASS");
  }

  @ParameterizedTest
  @CsvSource({
    "resilience, retry, resilience/during/resets/*/*/errors",
    "resilience, breaker, resilience/breaker/black hole/opens",
    "resilience, timeout, resilience/longest-call",
    "resilience, socket-timeout, resilience/during/primary frozen/*/*/errors",
    "resilience, primary, resilience/recovery/resets/*/Write memory/errors",
    "resilience, idempotency, resilience/writes/duplicated",
    "overload, shedding, resilience/shedding/within",
  })
  void withoutOneOfThemItFailsByTheCheckThatIsAboutIt(
      String scenario, String protection, String check) throws Exception {
    assertFails(run("scenario=" + scenario, "standIn=--without=" + protection), check);
  }

  @Test
  void asynchronousReplicationLosesWhatWasAcknowledged() throws Exception {
    assertFails(
        run("scenario=resilience", "standIn=--replication=async"), "resilience/writes/lost");
  }

  private static void assertFails(JudgedRun answer, String check) throws Exception {
    assertThat(answer.result()).as(answer.output()).isEqualTo("FAIL");
    assertThat(answer.failing()).contains(check);
  }
}
