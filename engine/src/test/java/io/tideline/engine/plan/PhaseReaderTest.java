package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tideline.engine.plan.Phase.Level;
import io.tideline.engine.plan.Slo.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PhaseReaderTest extends WrittenPlan {
  @Test
  void stepsBecomeAPhaseEach() {
    Plan plan = read(GOOD, "scenario", "stairs");
    assertThat(plan.load().phases())
        .extracting(Phase::name)
        .containsExactly("step 1", "step 2", "step 3");
    assertThat(plan.load().phases().get(2).levels())
        .containsExactly(new Level(0, 4), new Level(1, 4));
    assertThat(plan.slos())
        .contains(new Slo(new Scope("Browse", "Scroll", "step 2"), Metric.P99, 1000));
  }

  @Test
  void aCurveIsStretchedToThePhase() {
    assertThat(read(GOOD, "scenario", "day").load().phases().get(0).levels())
        .containsExactly(new Level(0, 0.5), new Level(0.5, 1), new Level(1, 0.5));
  }

  @Test
  void aScenarioOfWarmUpAloneOrOfSilenceIsRefused() {
    assertThat(
            problems(
                GOOD.replace("hold = 1, lasts = 10 m", "hold = 1, lasts = 10 m, warm-up = true"),
                "scenario",
                "steady"))
        .anyMatch(p -> p.contains("all phases are warm-up"));
    assertThat(problems(GOOD.replace("steps = [1, 2, 4]", "steps = [0, 0]"), "scenario", "stairs"))
        .anyMatch(p -> p.contains("no phase has a level above 0"));
  }

  @Test
  void aCurveMayStandInACsvFileBesideThePlan() throws IOException {
    Files.writeString(folder.resolve("day.csv"), "seconds,level\n0,0.5\n\n43200,1\n86400,0.5\n");
    String text = GOOD.replace("curve = [[0, 0.5], [12, 1], [24, 0.5]]", "curve = \"day.csv\"");
    assertThat(read(text, "scenario", "day").load().phases().get(0).levels())
        .containsExactly(new Level(0, 0.5), new Level(0.5, 1), new Level(1, 0.5));
  }

  @Test
  void aCurveFileThatIsMissingOrBrokenIsNamedWithItsLine() throws IOException {
    String text = GOOD.replace("curve = [[0, 0.5], [12, 1], [24, 0.5]]", "curve = \"day.csv\"");
    assertThat(problems(text, "scenario", "day").get(0)).contains("day.csv: cannot be read");
    Files.writeString(folder.resolve("day.csv"), "0,1\n10,1,3\n");
    assertThat(problems(text, "scenario", "day").get(0))
        .startsWith("plan.conf:")
        .contains("day.csv:2: \"10,1,3\" is no time and level");
    Files.writeString(folder.resolve("day.csv"), "0,1\n10,one\n");
    assertThat(problems(text, "scenario", "day").get(0)).contains("day.csv:2:", "no number");
    Files.writeString(folder.resolve("day.csv"), "5,1\n10,1\n");
    assertThat(problems(text, "scenario", "day").get(0)).contains("times must rise from 0");
  }

  @Test
  void aPhaseReplaysRecordedInstants() throws IOException {
    Files.writeString(folder.resolve("arrivals.txt"), "# a recording\n0.25\n1.5\n\n1.5\n3.125\n");
    Plan plan =
        read(
            GOOD.replace(
                "{ name = main, hold = 1, lasts = 10 m }",
                "{ name = main, instants = \"arrivals.txt\" }"),
            "scenario",
            "steady");
    Phase phase = plan.load().phases().get(1);
    assertThat(phase.instants()).containsExactly(0.25, 1.5, 1.5, 3.125);
    assertThat(phase.duration()).isEqualTo(Duration.ofSeconds(4));
    assertThat(phase.levels().get(2)).isEqualTo(new Level(0.25, 2 / 5.0));
  }

  @Test
  void whatIsWrongWithRecordedInstantsIsSaidWithTheLine() throws IOException {
    Files.writeString(folder.resolve("back.txt"), "2\n1\n");
    Files.writeString(folder.resolve("text.txt"), "2\nsoon\n");
    Files.writeString(folder.resolve("none.txt"), "# nothing\n");
    for (String[] each :
        new String[][] {
          {"back", "back.txt:2: 1 s comes before the line above"},
          {"text", "text.txt:2: \"soon\" is no number of seconds"},
          {"none", "holds 0 instants"},
          {"missing", "cannot be read"}
        }) {
      String phase = "{ name = main, instants = \"" + each[0] + ".txt\" }";
      assertThatExceptionOfType(PlanException.class)
          .isThrownBy(
              () ->
                  read(
                      GOOD.replace("{ name = main, hold = 1, lasts = 10 m }", phase),
                      "scenario",
                      "steady"))
          .withMessageContaining(each[1]);
    }
  }

  @Test
  void aReadyMadeProfileIsCalledByItsName() throws IOException {
    String phases = GOOD.substring(GOOD.indexOf("phases = ["), GOOD.indexOf("stairs {"));
    Plan plan = read(GOOD.replace(phases, "phases = spike\n }\n"), "scenario", "steady");
    assertThat(plan.load().phases())
        .extracting(Phase::name)
        .containsExactly("warm-up", "before", "burst", "after");
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> read(GOOD.replace(phases, "phases = spoke\n }\n"), "scenario", "steady"))
        .withMessageContaining("there is no profile \"spoke\"; there are smoke, baseline");
  }
}
