package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanJsonTest extends WrittenPlan {
  @Test
  void aPlanJsonFromBeforeFootprintsIsStillRead() throws IOException {
    Path json = folder.resolve(PlanJson.FILE_NAME);
    Plan plan = read(GOOD, "scenario", "day");
    PlanJson.write(plan, json);
    String text = Files.readString(json);
    String without = text.replaceFirst("(?s),\\s*\"footprints\" : \\{.*?\\}\\s*\\}", "");
    assertThat(without).doesNotContain("footprints");
    Files.writeString(json, without);
    assertThat(PlanJson.read(json).mix()).isEqualTo(new Mix(plan.mix().weights()));
  }

  @Test
  void planJsonGivesBackWhatWasWritten() throws IOException {
    Path json = folder.resolve(PlanJson.FILE_NAME);
    for (String scenario : List.of("steady", "stairs", "day")) {
      Plan plan = read(GOOD, "scenario", scenario, "env", "staging", "duration", "2222ms");
      PlanJson.write(plan, json);
      assertThat(PlanJson.read(json)).isEqualTo(plan);
    }
  }

  @Test
  void aPlanJsonFromBeforeComparisonsIsComparedInTheStandardWay() throws IOException {
    Path json = folder.resolve(PlanJson.FILE_NAME);
    Plan plan = read(GOOD, "scenario", "day");
    PlanJson.write(plan, json);
    String text = Files.readString(json);
    String without = text.replaceFirst("(?s),\\s*\"regression\" : \\{.*?\\}", "");
    assertThat(without).doesNotContain("regression");
    Files.writeString(json, without);
    assertThat(PlanJson.read(json)).isEqualTo(plan);
  }

  @Test
  void aPlanJsonFromBeforeLimitsOnUsersAndServiceOptionsHasNone() throws IOException {
    Plan plan = read(GOOD, "scenario", "day");
    ObjectNode tree = PlanJson.tree(plan);
    tree.remove("sampleService");
    ((ObjectNode) tree.get("limits")).remove("users");
    assertThat(PlanJson.of(tree, "old")).isEqualTo(plan);
    Plan limited =
        read(GOOD, "scenario", "day", "users", "900000").onSampleService(List.of("--pool-size=2"));
    assertThat(PlanJson.of(PlanJson.tree(limited), "new")).isEqualTo(limited);
  }

  @Test
  void whatIsMissingOfAPlanIsNamed() throws IOException {
    ObjectNode tree = PlanJson.tree(read(GOOD, "scenario", "day"));
    for (String part : List.of("target", "mix", "limits", "validity", "thinkTimes")) {
      ObjectNode without = tree.deepCopy();
      without.remove(part);
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> PlanJson.of(without, "plan.json"))
          .withMessage("plan.json: not a whole plan: " + part + " is missing");
    }
    ((ObjectNode) tree.get("target")).remove("env");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> PlanJson.of(tree, "plan.json"))
        .withMessageContaining("target.env is missing");
  }

  @Test
  void planJsonNeverHoldsASecret() throws IOException {
    Path json = folder.resolve(PlanJson.FILE_NAME);
    PlanJson.write(read(GOOD, "scenario", "steady", "env", "staging"), json);
    assertThat(Files.readString(json)).contains("STAGING_PASSWORD").doesNotContain("hunter2");
  }

  @Test
  void anotherSchemaOrNoPlanIsRefusedByName() throws IOException {
    Path other = Files.writeString(folder.resolve("o.json"), "{\"schema\":\"tideline/plan/99\"}");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> PlanJson.read(other))
        .withMessageContaining("tideline/plan/99");
    Path broken = Files.writeString(folder.resolve("b.json"), "{");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> PlanJson.read(broken))
        .withMessageContaining("b.json: not a plan");
  }
}
