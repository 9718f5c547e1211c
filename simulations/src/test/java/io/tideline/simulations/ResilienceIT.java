package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

  private JudgedRun run(String standIn) throws Exception {
    String[] options = {"scenario=resilience", "progress=off", "standIn=" + standIn};
    try (GatlingProcess run = GatlingProcess.start(folder, options)) {
      assertThat(run.process().waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).isTrue();
      JudgedRun judged = JudgedRun.of(run);
      System.out.println(standIn + ": " + judged.result() + " " + judged.failing());
      return judged;
    }
  }

  @Test
  void withAllItsProtectionsTheStandInPasses() throws Exception {
    JudgedRun answer = run("--replication=sync");

    assertThat(answer.failing()).as(answer.output()).isEmpty();
    assertThat(answer.result()).isEqualTo("PASS");
  }

  @ParameterizedTest
  @CsvSource({
    "--without=socket-timeout,timeout, resilience/longest-call",
    "--without=breaker, resilience/breaker/black hole/opens",
  })
  void withoutOneOfThemItFailsByTheCheckThatIsAboutIt(String standIn, String check)
      throws Exception {
    JudgedRun answer = run(standIn);

    assertThat(answer.result()).as(answer.output()).isEqualTo("FAIL");
    assertThat(answer.failing()).anyMatch(id -> id.startsWith(check));
  }
}
