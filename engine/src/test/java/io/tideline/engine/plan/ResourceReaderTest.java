package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.tideline.engine.plan.ResourceSource.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceReaderTest {
  @TempDir Path folder;

  private Plan read(String env, String environment) throws IOException {
    String text =
        """
        defaults { mix { Browse = 1 }, slos = [ { errors = 1 %% } ] }
        environments { %s { %s } }
        scenarios { smoke { phases = [ { name = s, hold = 1, lasts = 1 m } ] } }
        """
            .formatted(env, environment);
    Map<String, String> properties = Map.of("scenario", "smoke", "env", env);
    return new PlanReader(Catalogue.any(), new Options(properties, Map.of()))
        .read(Files.writeString(folder.resolve("plan.conf"), text));
  }

  private List<ResourceSource> staging(String resources) throws IOException {
    return read(
            "staging",
            "base-url = \"http://a.example\", hosts = [a.example, b.example]\n" + resources)
        .target()
        .resources();
  }

  private List<String> problems(String resources) {
    PlanException refused = catchThrowableOfType(PlanException.class, () -> staging(resources));
    assertThat(refused).as("the plan must be refused").isNotNull();
    return refused.getMessage().lines().toList();
  }

  @Test
  void theStandInsMetricsAreReadUnlessThePlanSaysOtherwise() throws IOException {
    assertThat(read("stand-in", "").target().resources())
        .containsExactly(
            new ResourceSource(
                "/metrics",
                List.of("micrometer"),
                List.of(
                    new Rule("replicas", "count", "memories_replicas", null, null, null),
                    new Rule(
                        "replicas wanted", "count", "memories_replicas_wanted", null, null, null)),
                Duration.ofSeconds(5)));
    assertThat(read("stand-in", "resources = []").target().resources()).isEmpty();
    assertThat(staging("")).isEmpty();
  }

  @Test
  void aSourceIsAPathOrAUrlWithMappingsAndMeasures() throws IOException {
    assertThat(
            staging(
                """
                resources = [
                  { path = "/actuator/prometheus", mapping = [micrometer, node], every = 10 s }
                  { url = "http://B.example:9187/metrics", measures {
                    jobs { value = "jobs_running", limit = "8", waiting = "jobs_queued", by = kind }
                    "job memory" { value = "jobs_bytes", unit = bytes }
                  } }
                ]
                """))
        .containsExactly(
            new ResourceSource(
                "/actuator/prometheus",
                List.of("micrometer", "node"),
                List.of(),
                Duration.ofSeconds(10)),
            new ResourceSource(
                "http://B.example:9187/metrics",
                List.of(),
                List.of(
                    new Rule("jobs", "count", "jobs_running", "8", "jobs_queued", "kind"),
                    new Rule("job memory", "bytes", "jobs_bytes", null, null, null)),
                Duration.ofSeconds(5)));
  }

  @Test
  void planJsonKeepsTheSources() throws IOException {
    Plan plan = read("stand-in", "");
    Path json = folder.resolve(PlanJson.FILE_NAME);
    PlanJson.write(plan, json);
    assertThat(PlanJson.read(json)).isEqualTo(plan);
    assertThat(plan.at("http://localhost:1").target().resources()).hasSize(1);
  }

  @Test
  void aPlanWrittenBeforeThereWereSourcesHasNone() throws IOException {
    Path json = folder.resolve(PlanJson.FILE_NAME);
    PlanJson.write(read("staging2", "base-url = \"http://localhost\""), json);
    Files.writeString(json, Files.readString(json).replaceAll(",\\s*\"resources\" : \\[ \\]", ""));
    assertThat(Files.readString(json)).doesNotContain("resources");
    assertThat(PlanJson.read(json).target().resources()).isEmpty();
  }

  @Test
  void noHostIsAskedThatThePlanDoesNotName() {
    assertThat(problems("resources = [ { url = \"http://c.example/m\", mapping = [node] } ]"))
        .singleElement()
        .asString()
        .contains("c.example may not be asked; name it in hosts, which has a.example, b.example");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThat(
            problems(
                """
                resources = [
                  { mapping = [node] }
                  { path = metrics, every = 1 ms, mappings = [] }
                  { url = "ftp://a.example", measures { m { unit = bits, most = 1 } } }
                ]
                """))
        .anyMatch(problem -> problem.contains("either a path on the target or a url"))
        .anyMatch(problem -> problem.contains("resources[1].mappings: is not known here"))
        .anyMatch(problem -> problem.contains("needs a mapping, such as mapping = [micrometer]"))
        .anyMatch(problem -> problem.contains("begins with /"))
        .anyMatch(problem -> problem.contains("is no duration of a second or more"))
        .anyMatch(problem -> problem.contains("is no URL"))
        .anyMatch(problem -> problem.contains("there is no such unit; there are share, bytes"))
        .anyMatch(problem -> problem.contains("a measure needs a value"))
        .anyMatch(problem -> problem.contains("most: is not known here"));
  }

  @Test
  void aPrometheusServerHasLabelsAndQueriesBesidesMeasures() throws IOException {
    assertThat(
            staging(
                """
                resources = [ {
                  prometheus = "http://b.example:9090", mapping = [kubernetes]
                  labels { namespace = memories }
                  queries {
                    replicas = "sum(kube_deployment_status_replicas)"
                    "queue length" { value = "sum by (q) (queue)", by = q, limit = "100" }
                  }
                } ]
                """))
        .containsExactly(
            new ResourceSource(
                "http://b.example:9090",
                List.of("kubernetes"),
                List.of(),
                Duration.ofSeconds(15),
                Access.OPEN,
                new ResourceSource.Server(
                    Map.of("namespace", "memories"),
                    List.of(
                        new Rule(
                            "replicas",
                            "count",
                            "sum(kube_deployment_status_replicas)",
                            null,
                            null,
                            null),
                        new Rule(
                            "queue length", "count", "sum by (q) (queue)", "100", null, "q")))));
  }

  @Test
  void aProcessIsNamedByItsIdOrByAPartOfItsCommandLine() throws IOException {
    assertThat(
            staging("resources = [ { pid = 1234 }, { process = MemoriesService, every = 1 s } ]"))
        .extracting(ResourceSource::at, ResourceSource::every, ResourceSource::isProcess)
        .containsExactly(
            tuple("process 1234", Duration.ofSeconds(5), true),
            tuple("process MemoriesService", Duration.ofSeconds(1), true));
    assertThat(problems("resources = [ { pid = 1, process = a } ]"))
        .anyMatch(problem -> problem.contains("one of them"));
  }

  @Test
  void credentialsNameVariablesAndASecretInThePlanIsRefusedWithoutRepeatingIt() throws IOException {
    String at = "resources = [ { path = \"/m\", mapping = [node], credentials ";
    assertThat(staging(at + "{ bearer = METRICS_TOKEN, headers { X-Key = METRICS_KEY } } } ]"))
        .extracting(ResourceSource::access)
        .containsExactly(new Access(Map.of("X-Key", "METRICS_KEY"), "METRICS_TOKEN", null));
    assertThat(problems(at + "{ bearer = \"abc.def-123\" } } ]"))
        .singleElement()
        .asString()
        .contains("must be the name of an environment variable")
        .doesNotContain("abc.def");
    assertThat(problems(at + "{ bearer = A, basic = B } } ]"))
        .anyMatch(problem -> problem.contains("not both"));
  }

  @Test
  void planJsonKeepsServersAndCredentials() throws IOException {
    Plan plan =
        read(
            "staging",
            """
            base-url = "http://a.example", hosts = [a.example]
            resources = [
              { prometheus = "http://a.example:9090", queries { q = "up" }, credentials { basic = L } }
            ]
            """);
    Path json = folder.resolve(PlanJson.FILE_NAME);
    PlanJson.write(plan, json);
    assertThat(PlanJson.read(json)).isEqualTo(plan);
  }
}
