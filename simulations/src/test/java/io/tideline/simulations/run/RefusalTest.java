package io.tideline.simulations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tideline.engine.plan.Options;
import io.tideline.engine.plan.PlanException;
import io.tideline.simulations.journeys.Journeys;
import io.tideline.testkit.ClosedPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the way of a run is said in sentences, before anything is started. */
class RefusalTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @TempDir Path folder;

  private Surroundings surroundings(Map<String, String> options) {
    return new Surroundings(
        ROOT,
        folder.resolve("results"),
        new Options(options, Map.of()),
        Map.of(),
        Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private List<String> refused(String... pairs) {
    Map<String, String> options = new HashMap<>(Map.of("feeders", "feeders/data"));
    for (int i = 0; i < pairs.length; i += 2) {
      options.put(pairs[i], pairs[i + 1]);
    }
    PlanException refused =
        catchThrowableOfType(
            PlanException.class,
            () ->
                PreparedRun.prepare(Journeys.catalogue(), surroundings(options)).target().close());
    assertThat(refused).as("the run must be refused").isNotNull();
    return refused.getMessage().lines().toList();
  }

  @Test
  void aTargetThatIsDownCostsOneSentence() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    String url = "http://127.0.0.1:" + free;
    assertThat(refused("scenario", "smoke", "baseUrl", url))
        .singleElement()
        .asString()
        .contains("target " + url + " does not answer", "no load has been sent");
  }

  @Test
  void tooFewAccountsAreSaidWithTheWayToMakeThem() {
    assertThat(refused("scenario", "soak"))
        .singleElement()
        .asString()
        .contains(
            "feeders: scenario soak brings 328050 users", "holds 20000", "add -Dusers=328050");
  }

  @Test
  void capsAreHeldAgainstTheArrivalsThatTheProfileMakes() {
    assertThat(refused("scenario", "baseline", "rate", "300"))
        .anyMatch(p -> p.contains("limits.rate: the plan peaks at 300.0"));
    assertThat(refused("scenario", "baseline", "duration", "26h"))
        .anyMatch(p -> p.contains("limits.duration"))
        .anyMatch(p -> p.contains("feeders: scenario baseline brings"));
  }

  @Test
  void anEnvironmentWithoutItsSecretsOrOutsideItsHoursIsRefused() {
    assertThat(refused("scenario", "smoke", "env", "staging"))
        .anyMatch(p -> p.contains("takes load from 20:00 to 06:00 UTC only"))
        .anyMatch(p -> p.contains("TIDELINE_STAGING_PASSWORD is not set"))
        .anyMatch(p -> p.contains("TIDELINE_STAGING_API_KEY is not set"));
  }

  @Test
  void resultsThatCannotBeWrittenAreSaid() throws IOException {
    Files.writeString(folder.resolve("results"), "a file where the folder should be");
    assertThat(refused("scenario", "smoke"))
        .singleElement()
        .asString()
        .contains(folder.resolve("results") + ": results cannot be written there");
  }

  @Test
  void recordsThatDoNotFitOnTheDiskAreSaidBeforeAnyLoad() throws IOException {
    Path plan = ROOT.resolve("simulations/src/test/resources/tideline.conf");
    String greedy = Files.readString(plan).replace("keep-free = 512 MiB", "keep-free = 4000 PiB");
    Path file = Files.writeString(folder.resolve("greedy.conf"), greedy);
    assertThat(refused("scenario", "smoke", "plan", file.toString()))
        .singleElement()
        .asString()
        .contains("disk: the records of this run take about 0 MiB")
        .contains("are to be left; make room");
  }

  @Test
  void aFeederFolderThatIsMissingIsSaid() {
    assertThat(refused("scenario", "smoke", "feeders", "nowhere"))
        .anyMatch(p -> p.contains("nowhere"));
  }

  @Test
  void aBrokenFeederRowIsSaidWithFileLineAndColumn() throws IOException {
    Path broken = Files.createDirectories(folder.resolve("feeders"));
    try (var files = Files.list(ROOT.resolve("feeders/data"))) {
      for (Path file : files.toList()) {
        Files.copy(file, broken.resolve(file.getFileName()));
      }
    }
    Path users = broken.resolve("users.csv");
    List<String> lines = Files.readAllLines(users);
    lines.set(16, lines.get(16).replaceFirst(",.*", ","));
    Files.write(users, lines);
    assertThat(refused("scenario", "smoke", "feeders", broken.toString()))
        .singleElement()
        .asString()
        .contains("users.csv:17:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"smoke", "baseline", "stress", "steps", "spike", "scaling", "caching", "soak"})
  void eachScenarioOfThePlanFileIsWellFormed(String scenario) throws IOException {
    try (ClosedPort down = new ClosedPort()) {
      String url = "http://127.0.0.1:" + down.number();
      assertThat(refused("scenario", scenario, "baseUrl", url, "speedup", "60"))
          .singleElement()
          .asString()
          .contains("does not answer");
    }
  }

  @Test
  void faultsOfTheStandInAreNotAimedAtAnotherTarget() throws IOException {
    assertThat(refused("scenario", "resilience", "baseUrl", "http://127.0.0.1:9"))
        .anyMatch(problem -> problem.contains("this is the stand-in's"))
        .anyMatch(problem -> problem.contains("only the stand-in tells its database"));
  }
}
