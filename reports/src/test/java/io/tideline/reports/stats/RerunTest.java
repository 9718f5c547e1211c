package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.origin.Origin;
import io.tideline.engine.plan.PlanJson;
import io.tideline.reports.testkit.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RerunTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private Path folder() throws IOException {
    return SampleRun.of(
            SampleRun.plan(
                12,
                List.of(
                    SampleRun.phase("warm-up", 2, true, 1),
                    SampleRun.phase("one", 5, false, 1),
                    SampleRun.phase("two", 5, false, 0.5)),
                List.of()),
            SampleRun.HEALTHY,
            Duration.ZERO)
        .writeTo(folder.resolve("run"));
  }

  private static ObjectNode json(Path file) throws IOException {
    return (ObjectNode) JSON.readTree(file.toFile());
  }

  private static String command(Path folder) throws IOException {
    return Rerun.command(new ResultsFolder(folder).read().run());
  }

  @Test
  void theMeasuredPhasesTogetherAreTheDuration() throws IOException {
    assertThat(command(folder()))
        .isEqualTo("mvn gatling:test -Dscenario=smoke -Dseed=42 -Drate=12 -Dduration=10s");
  }

  @Test
  void aPlanThatWasCompressedAndSlicedIsSoAgain() throws IOException {
    Path run = folder();
    Path plan = run.resolve("tideline").resolve(PlanJson.FILE_NAME);
    ObjectNode json = json(plan);
    ((ObjectNode) json.at("/load")).put("speedup", 2.5);
    ((ObjectNode) json.at("/load/slice")).put("index", 1).put("of", 3);
    ((ObjectNode) json.at("/load/phases/1")).put("durationSeconds", 4.9);
    Files.writeString(plan, json.toString());

    assertThat(command(run)).contains(" -Dduration=24750ms -Dspeedup=2.5 -Dslice=1/3");
  }

  @Test
  void whatThePlanDoesNotHoldComesFromTheRecordOfTheOptionsAndIsQuoted() throws IOException {
    Path run = folder();
    Path origin = run.resolve("tideline").resolve(Origin.FILE_NAME);
    ObjectNode json = json(origin);
    ((ObjectNode) json.at("/subject/options"))
        .put("plan", "night of $HOME.conf")
        .put("standIn", "--delays=*=40,*=200@2%");
    Files.writeString(origin, json.toString());

    assertThat(command(run))
        .endsWith(" '-Dplan=night of $HOME.conf' '-DstandIn=--delays=*=40,*=200@2%'");
  }

  @Test
  void anEnvironmentIsNamedAndAnAddressToldWithoutNamesAndPasswords() throws IOException {
    Path run = folder();
    Path plan = run.resolve("tideline").resolve(PlanJson.FILE_NAME);
    ObjectNode json = json(plan);
    ((ObjectNode) json.at("/target"))
        .put("env", "staging")
        .put("baseUrl", "https://user:secret@staging.example");
    Files.writeString(plan, json.toString());

    assertThat(command(run)).endsWith(" -Denv=staging -DbaseUrl=https://staging.example");
  }

  @Test
  void aRunWithoutAPlanCannotBeMadeAgain() throws IOException {
    Path run = folder();
    Files.delete(run.resolve("tideline").resolve(PlanJson.FILE_NAME));

    assertThat(command(run)).isNull();
  }

  @Test
  void anOriginFromBeforeOptionsWereKeptHasNone() throws IOException {
    Path run = folder();
    Path origin = run.resolve("tideline").resolve(Origin.FILE_NAME);
    ObjectNode json = json(origin);
    ((ObjectNode) json.at("/subject")).remove("options");
    Files.writeString(origin, json.toString());

    assertThat(command(run)).endsWith(" -Dduration=10s");
  }
}
