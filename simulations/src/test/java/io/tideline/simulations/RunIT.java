package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideline.engine.plan.Catalogue;
import io.tideline.reports.testkit.LogCount;
import io.tideline.simulations.journeys.Journeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One smoke run against the stand-in, for real, looked at from all sides. */
class RunIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path results;

  private static int exitCode;
  private static String output;
  private static Path folder;

  @BeforeAll
  static void run() throws Exception {
    try (GatlingProcess run =
        GatlingProcess.start(
            results, HastyPlan.in(results), "scenario=smoke", "duration=10s", "rate=10")) {
      exitCode = run.exitCode();
      output = run.output();
      folder = run.folder();
    }
  }

  private static JsonNode json(String name) throws IOException {
    return JSON.readTree(folder.resolve("tideline").resolve(name).toFile());
  }

  @Test
  void itPassesAndSaysSoLastAfterGatlingsOwnReport() {
    assertThat(exitCode).as(output).isZero();
    assertThat(output).contains("Verdict: PASS");
    assertThat(output.indexOf("Verdict: PASS")).isGreaterThan(output.indexOf("Reports generated"));
    assertThat(folder.resolve("index.html")).isRegularFile();
    assertThat(output).contains(folder.resolve("tideline").resolve("run.json").toString());
  }

  @Test
  void everyUserDueWasStartedAndEveryCountAgreesWithAnIndependentOne() throws IOException {
    JsonNode run = json("run.json");
    LogCount count = LogCount.of(folder.resolve("simulation.log"));
    assertThat(run.at("/injection/offered").asLong()).isEqualTo(150);
    assertThat(run.at("/injection/started").asLong()).isEqualTo(150);
    assertThat(count.users).containsExactly(150, 150);

    Map<String, Long> counted = new HashMap<>();
    for (LogCount.Request request : count.requests) {
      counted.merge(request.journey() + "/" + request.name() + "/" + request.ok(), 1L, Long::sum);
    }
    Map<String, Long> reported = new HashMap<>();
    for (JsonNode row : run.get("requests")) {
      String name = row.get("journey").asText() + "/" + row.get("name").asText() + "/";
      reported.merge(name + true, row.get("ok").asLong(), Long::sum);
      reported.merge(name + false, row.get("ko").asLong(), Long::sum);
    }
    reported.values().removeIf(requests -> requests == 0);
    assertThat(reported).isEqualTo(counted);
  }

  @Test
  void aUserOfEachJourneySendsAboutAsManyRequestsAsThePlanSays() throws IOException {
    JsonNode footprints = json("plan.json").at("/mix/footprints");
    Map<String, Long> requests = new HashMap<>();
    for (JsonNode row : json("run.json").get("requests")) {
      long sent = row.get("ok").asLong() + row.get("ko").asLong();
      requests.merge(row.get("journey").asText(), sent, Long::sum);
    }
    for (JsonNode row : json("run.json").at("/users/perScenario")) {
      String journey = row.get("scenario").asText();
      double measured = (double) requests.get(journey) / row.get("started").asLong();
      double planned = footprints.path(journey).path("requests").asDouble();
      assertThat(measured).as(journey).isCloseTo(planned, within(0.15 * planned));
    }
  }

  @Test
  void percentilesAgreeWithExactOnesToOnePercent() throws IOException {
    LogCount count = LogCount.of(folder.resolve("simulation.log"));
    JsonNode run = json("run.json");
    for (JsonNode row : run.get("requests")) {
      if (!row.get("phase").asText().equals("smoke")) {
        continue;
      }
      List<Integer> millis = new ArrayList<>();
      for (LogCount.Request request : count.requests) {
        boolean same =
            request.journey().equals(row.get("journey").asText())
                && request.name().equals(row.get("name").asText());
        if (same && request.ok() && isMeasured(run, count, request)) {
          millis.add(request.end() - request.start());
        }
      }
      assertThat(row.get("ok").asInt()).isEqualTo(millis.size());
      double p95 = LogCount.percentile(millis, 0.95);
      assertThat(row.at("/latencyMillis/p95").asDouble()).isCloseTo(p95, within(0.01 * p95));
      assertThat(row.at("/latencyMillis/max").asDouble())
          .isEqualTo(millis.stream().mapToInt(i -> i).max().orElseThrow());
    }
  }

  /** Whether a request began after the warm-up, by the start record's clock. */
  private static boolean isMeasured(JsonNode run, LogCount count, LogCount.Request request)
      throws IOException {
    byte[] head = Files.readAllBytes(folder.resolve("tideline/starts.log"));
    long origin = java.nio.ByteBuffer.wrap(head).getLong(8);
    double seconds = (count.startEpochMillis + request.start() - origin) / 1000.0;
    return seconds >= run.at("/phases/1/startSeconds").asDouble();
  }

  @Test
  void nothingFailedAndEveryRequestIsOneThatItsJourneyDeclares() throws IOException {
    Catalogue catalogue = Journeys.catalogue();
    LogCount count = LogCount.of(folder.resolve("simulation.log"));
    assertThat(count.errors).isEmpty();
    Map<String, Set<String>> seen = new HashMap<>();
    for (LogCount.Request request : count.requests) {
      assertThat(request.ok()).as(request.toString()).isTrue();
      seen.computeIfAbsent(request.journey(), j -> new HashSet<>()).add(request.name());
    }
    assertThat(seen.keySet()).isEqualTo(catalogue.journeys().keySet());
    seen.forEach(
        (journey, names) ->
            assertThat(catalogue.journeys().get(journey).requests()).containsAll(names));
    assertThat(seen.get("Upload media"))
        .containsExactlyInAnyOrderElementsOf(catalogue.journeys().get("Upload media").requests());
  }

  @Test
  void noUserSendsMoreRequestsThanItsJourneyDeclares() throws IOException {
    LogCount count = LogCount.of(folder.resolve("simulation.log"));
    Map<String, Long> requests = new HashMap<>();
    count.requests.forEach(request -> requests.merge(request.journey(), 1L, Long::sum));
    Journeys.catalogue()
        .journeys()
        .forEach(
            (journey, entry) ->
                assertThat(requests.get(journey))
                    .isLessThanOrEqualTo(count.groups.get(journey)[0] * entry.mostRequests()));
  }

  @Test
  void theVerdictListsEachPromiseWithItsFigure() throws IOException {
    JsonNode verdict = json("verdict.json");
    assertThat(verdict.get("verdict").asText()).isEqualTo("PASS");
    assertThat(verdict.get("checks")).hasSizeGreaterThanOrEqualTo(4);
    for (JsonNode check : verdict.get("checks")) {
      assertThat(check.get("status").asText()).isEqualTo("PASS");
    }
  }

  @Test
  void noProcessIsLeftBehind() throws IOException {
    try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
      assertThat(processes.filter(p -> Processes.mentions(p, results))).isEmpty();
    }
  }
}
