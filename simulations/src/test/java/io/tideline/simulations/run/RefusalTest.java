package io.tideline.simulations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tideline.engine.plan.Options;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanException;
import io.tideline.engine.plan.PlanReader;
import io.tideline.engine.schedule.Schedule;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  void aFeederThatIsNotOursNamesItsOwnCure() {
    assertThat(refused("scenario", "soak"))
        .singleElement()
        .asString()
        .contains(
            "feeders: scenario soak brings 328050 users",
            ROOT.resolve("feeders/data/users.csv") + " holds 20000",
            "add rows of accounts that the target has, or bring fewer users, by -Drate=0.365")
        .doesNotContain("-Dusers");
  }

  @ParameterizedTest
  @CsvSource({
    "baseline, 100",
    "baseline, 1",
    "spike, 777",
    "smoke, 12",
    "steps, 3000",
    "caching, 250",
    "scaling, 99"
  })
  void theRateThatIsNamedForTooFewAccountsIsOneThatFits(String scenario, int rows)
      throws IOException {
    Path few = feedersWith(rows);
    String problem = String.join("\n", refused("scenario", scenario, "feeders", few.toString()));
    assertThat(problem).contains(few.resolve("users.csv") + " holds " + rows);
    Matcher rate = Pattern.compile("-Drate=([0-9.]+) ").matcher(problem);
    assertThat(rate.find()).as(problem).isTrue();
    Options slower = new Options(Map.of("scenario", scenario, "rate", rate.group(1)), Map.of());
    Plan plan =
        new PlanReader(Journeys.catalogue(), slower)
            .read(Path.of("src/test/resources/tideline.conf"));
    assertThat(Schedule.of(plan).arrivals()).isBetween(1L, (long) rows);
  }

  private Path feedersWith(int rows) throws IOException {
    Path copy = Files.createDirectories(folder.resolve("feeders"));
    try (var files = Files.list(ROOT.resolve("feeders/data"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    Path users = copy.resolve("users.csv");
    Files.write(users, Files.readAllLines(users).subList(0, rows + 1));
    return copy;
  }

  @Test
  void anotherTargetHasNoMoreAccountsThanTheFileAndTheWayToMoreIsSaid() {
    assertThat(refused("scenario", "soak", "feeders", "", "baseUrl", "http://127.0.0.1:9"))
        .singleElement()
        .asString()
        .contains(
            "scenario soak brings 328050 users",
            "holds 20000",
            "make that many by -Daccounts=328050 and put them into the target",
            "-Drate=0.365 or a shorter -Dduration");
  }

  @Test
  void usersIsALimitForWhoHasNoMoreAccounts() {
    assertThat(refused("scenario", "soak", "feeders", "", "users", "5000"))
        .singleElement()
        .asString()
        .contains("limits.users: scenario soak brings 328050 users", "5000 are allowed", "-Dusers");
    assertThat(refused("scenario", "smoke", "feeders", "", "users", "104"))
        .singleElement()
        .asString()
        .contains("smoke brings 105 users", "104 are allowed");
  }

  @Test
  void theSampleServiceMakesNoMoreAccountsThanItCan() throws IOException {
    String plan = Files.readString(ROOT.resolve("simulations/src/test/resources/tideline.conf"));
    String wide =
        plan.replace("requests = 20000000", "requests = 2000000000")
            .replace("rate = 200\n", "rate = 2000\n")
            .replace("keep-free = 512 MiB", "keep-free = 1 B");
    Path file = Files.writeString(folder.resolve("wide.conf"), wide);
    assertThat(refused("scenario", "soak", "feeders", "", "plan", file.toString(), "rate", "300"))
        .anyMatch(
            problem ->
                problem.contains("brings 16402500 users")
                    && problem.contains("the sample service makes at most 10000000")
                    && problem.contains("-Drate=182"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scaling | --workerz=1 | -DstandIn=--workerz=1: --workerz=1: expected one of",
        "scaling | --workers=3..1 | -DstandIn=--workers=3..1: --workers: ",
        "scaling | --database=pair | sample-service of scenario scaling: --workers: expected no --database",
        "smoke | --chaos | -DstandIn=--chaos: --chaos: expected --database=pair beside it",
        "smoke | --port=x | -DstandIn=--port=x: --port: expected a whole number from 0 to 65535",
        "smoke | --help | -DstandIn=--help: --help: expected one of",
        "smoke | --pool-size 0 | -DstandIn=--pool-size 0: --pool-size: expected a whole number",
        "smoke | workers=3 | -DstandIn=workers=3: workers=3: expected one of",
        "smoke | --drift=fast | -DstandIn=--drift=fast: --drift",
        "resilience | --workers=2..3 | -DstandIn=--workers=2..3: --workers: expected no --supervised",
        "resilience | --without=hope | -DstandIn=--without=hope: --without: "
      })
  void optionsThatTheSampleServiceWouldRefuseAreSaidBeforeItStarts(
      String scenario, String options, String sentence) {
    assertThat(refused("scenario", scenario, "standIn", options, "users", "1000000"))
        .singleElement()
        .asString()
        .startsWith(sentence);
  }

  @Test
  void aScenariosOptionsForTheSampleServiceAreCheckedToo() throws IOException {
    String plan = Files.readString(ROOT.resolve("simulations/src/test/resources/tideline.conf"));
    Path file =
        Files.writeString(
            folder.resolve("bad.conf"), plan.replace("--cool-down=5s", "--cool-down=x"));
    assertThat(refused("scenario", "scaling", "plan", file.toString()))
        .singleElement()
        .asString()
        .startsWith("sample-service of scenario scaling: --cool-down: ");
  }

  @Test
  void whatIsSaidByHandTakesThePlaceOfTheScenariosOwn() {
    Options options =
        new Options(
            Map.of("scenario", "scaling", "standIn", "--workers 1..1 --drift=2%/h"), Map.of());
    Plan plan =
        new PlanReader(Journeys.catalogue(), options)
            .read(Path.of("src/test/resources/tideline.conf"));
    assertThat(SampleService.options(plan, options, 20_000))
        .containsExactly(
            "--users=20000",
            "--time-scale=1.000000",
            "--scale-on=requests/s=30",
            "--cool-down=5s",
            "--start-delay=2s",
            "--workers=1..1",
            "--drift=2%/h");
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
