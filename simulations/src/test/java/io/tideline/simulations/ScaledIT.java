package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.simulations.full.Exam;
import io.tideline.simulations.full.FullRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Scaling and caching of real targets: a stand-in that follows the load with workers and one that
 * does not, one whose cache warms up and one whose cache stays cold. Two to three minutes each;
 * {@link QuestionsIT} asks the same within a minute.
 */
@Exam("scaling and caching")
class ScaledIT {
  private static final long LONGEST_MINUTES = 6;
  private static final String ON_LOAD =
      " --scale-on=requests/s=30 --cool-down=5s --start-delay=2s --pool-size=4";
  private static final String OUT = "slo/scaling/scale-out";
  private static final String IN = "slo/scaling/scale-in";
  private static final String RENDERINGS = "slo/caching/renderings";
  private static final String REPLIES = "slo/caching/replies";
  private static final String SESSIONS = "validity/sessions";

  @Test
  void aTargetWhoseReplicasFollowTheLoadPasses() throws Exception {
    JudgedRun run = run("follows", "scaling", "--workers=1..3" + ON_LOAD, "");

    assertThat(run.result()).as(run.output()).isEqualTo("PASS");
    assertThat(run.value(OUT)).as("it takes a while").isPositive();
    assertThat(run.value(IN)).as("and a cool-down").isGreaterThanOrEqualTo(5);
    assertThat(run.check("slo/scaling/promises").required("status").asText()).isEqualTo("PASS");
  }

  @Test
  void aTargetThatStaysAsItIsFailsByTheCheckThatIsAboutIt() throws Exception {
    JudgedRun run = run("stays", "scaling", "--workers=1..1" + ON_LOAD, "");

    assertThat(run.result()).as(run.output()).isEqualTo("FAIL");
    assertThat(run.failing()).as(run.output()).containsExactly(OUT);
    assertThat(run.check(OUT).required("sentence").asText()).contains("replicas stayed at 1");
  }

  @Test
  void aCacheThatWarmsUpKeepsItsFloorWithUniqueSessions() throws Exception {
    JudgedRun run =
        run(
            "warm",
            "caching",
            "--cache-warm-up=1m",
            caching("cache = renderings, hit-ratio = 85 %"));

    assertThat(run.result()).as(run.output()).isEqualTo("PASS");
    assertThat(run.value(RENDERINGS)).isGreaterThan(0.85);
    JsonNode sessions = run.check(SESSIONS);
    assertThat(sessions.required("status").asText()).isEqualTo("PASS");
    assertThat(sessions.required("samples").asLong()).as("4 a second for 2 minutes").isEqualTo(480);
  }

  @Test
  void aCacheThatStaysColdFailsByTheCheckThatIsAboutIt() throws Exception {
    JudgedRun run =
        run(
            "cold",
            "caching",
            "--cache-warm-up=1h",
            caching("cache = renderings, hit-ratio = 85 %"));

    assertThat(run.result()).as(run.output()).isEqualTo("FAIL");
    assertThat(run.failing()).as(run.output()).containsExactly(RENDERINGS);
    assertThat(run.value(RENDERINGS)).isLessThan(0.5);
  }

  @Test
  void whatTheRepliesTellKeepsAFloor() throws Exception {
    JudgedRun run = run("replies", "caching", "", caching("judge = replies, hit-ratio = 20 %"));

    assertThat(run.result()).as(run.output()).isEqualTo("PASS");
    assertThat(run.value(REPLIES)).isGreaterThan(0.2);
    assertThat(run.check(SESSIONS).required("value").asLong()).isZero();
  }

  @Test
  void whatTheRepliesTellMissesAFloor() throws Exception {
    JudgedRun run = run("silent", "caching", "", caching("judge = replies, hit-ratio = 95 %"));

    assertThat(run.result()).as(run.output()).isEqualTo("FAIL");
    assertThat(run.failing()).as(run.output()).containsExactly(REPLIES);
  }

  /** In the place of the scenario's own block, in the measured phase. */
  private static String caching(String block) {
    return "\nscenarios.caching.caching = null"
        + "\nscenarios.caching.caching { phase = steady, "
        + block
        + " }\n";
  }

  private static JudgedRun run(String name, String scenario, String standIn, String more)
      throws Exception {
    Path results = FullRun.fresh("scaled-" + name);
    String project = Files.readString(Path.of("src/test/resources/tideline.conf"));
    Path plan = Files.writeString(results.resolve("plan.conf"), project + more);
    try (GatlingProcess run =
        GatlingProcess.start(
            results,
            "scenario=" + scenario,
            "plan=" + plan.toAbsolutePath(),
            "progress=off",
            "standIn=" + standIn)) {
      assertThat(run.process().waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).isTrue();
      JudgedRun judged = JudgedRun.of(run);
      judged.print(name, "slo/(scaling|caching)/.*|validity/sessions");
      return judged;
    }
  }
}
