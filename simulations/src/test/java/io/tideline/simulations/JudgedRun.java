package io.tideline.simulations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tideline.simulations.full.FullRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a run that has ended was judged as.
 *
 * @param verdict as in {@code verdict.json}
 * @param output what the run printed
 */
record JudgedRun(JsonNode verdict, String output) {

  /** That of a run, read from its results. */
  static JudgedRun of(GatlingProcess run) throws IOException {
    return of(run.folder(), run.output());
  }

  /** That of the run in Gatling's folder. */
  static JudgedRun of(Path folder, String output) throws IOException {
    String json = Files.readString(folder.resolve("tideline").resolve("verdict.json"));
    return new JudgedRun(JsonMapper.builder().build().readTree(json), output);
  }

  /** PASS, FAIL or INVALID. */
  String result() {
    return verdict.required("verdict").asText();
  }

  /** The ids of the checks that failed. */
  List<String> failing() {
    return checks().stream()
        .filter(check -> check.required("status").asText().equals("FAIL"))
        .map(check -> check.required("id").asText())
        .toList();
  }

  /** The check of that id. */
  JsonNode check(String id) {
    return checks().stream()
        .filter(check -> check.required("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no check " + id + " in " + verdict));
  }

  /** What the check of that id measured. */
  double value(String id) {
    return check(id).required("value").asDouble();
  }

  /** Prints the verdict, and the answers of the checks whose ids match. */
  void print(String name, String ids) {
    System.out.println(name + ": " + result() + " " + failing());
    FullRun.note(result() + (failing().isEmpty() ? "" : " by " + String.join(", ", failing())));
    checks().stream()
        .filter(check -> check.required("id").asText().matches(ids))
        .forEach(
            check ->
                System.out.println(
                    "  "
                        + check.required("status").asText()
                        + " "
                        + check.required("sentence").asText()));
  }

  private List<JsonNode> checks() {
    return StreamSupport.stream(verdict.required("checks").spliterator(), false).toList();
  }
}
