package io.tideline.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.PlainRun;
import io.tideline.reports.testkit.PlainRun.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** {@code gate} as a user calls it, on runs of a Gatling without a plan. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class GateCommandTest {
  private static final List<Step> SHOP =
      List.of(Step.of("Open", 40), Step.of("Search", 90).oneIn(2));
  private static final List<Step> SLOW =
      List.of(Step.of("Open", 80), Step.of("Search", 180).oneIn(2));

  @TempDir Path folder;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private PlainRun plain;
  private String history;

  @BeforeEach
  void begin() {
    PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    plain = new PlainRun(folder.resolve("runs"));
    history = folder.resolve("history").toString();
  }

  @AfterEach
  void end() {
    System.setOut(out);
    System.setErr(err);
  }

  private String made(Run run) {
    assertThat(run.info().complete()).isTrue();
    String path = plain.latest().toString();
    Tideline.run("analyze", path);
    return path;
  }

  private String usual() {
    return made(plain.open("Shop", 500, 20, SHOP));
  }

  private String slow() {
    return made(plain.open("Shop", 500, 20, SLOW));
  }

  /** What a command says, after its exit code. */
  private String gate(String... args) {
    said.reset();
    int code =
        Tideline.run(Stream.concat(Stream.of("gate"), Stream.of(args)).toArray(String[]::new));
    return code + "\n" + said.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode verdict(String run) throws IOException {
    return new ObjectMapper().readTree(Path.of(run, "tideline", "verdict.json").toFile());
  }

  private List<String> baseline(int count) {
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      runs.add(usual());
      gate(runs.get(i), "--history", history, "--accept");
    }
    return runs;
  }

  @Test
  void aHistoryBeginsWithoutAnSlo() {
    for (int i = 1; i <= 3; i++) {
      assertThat(gate(usual(), "--history", history, "--accept"))
          .startsWith("2\n")
          .contains("Baseline run " + i + " of 3", "  accepted: ");
    }
    assertThat(gate(usual(), "--history", history, "--accept"))
        .startsWith("0\n")
        .contains("  accepted: ");
  }

  @Test
  void whatIsNotAcceptedSaysWhy() {
    String dead = made(plain.open("Shop", 500, 20, SHOP.stream().map(s -> s.failing(1)).toList()));
    assertThat(gate(dead, "--history", history, "--accept"))
        .startsWith("2\n")
        .contains("not accepted: no request succeeded");
    assertThat(gate(usual(), "--slo", "p95 = 5 ms", "--history", history, "--accept"))
        .startsWith("1\n")
        .contains("not accepted: FAIL: All requests: p95 ");
    assertThat(Tideline.run("history", "accept", dead, "--history", history)).isEqualTo(64);
    assertThat(Tideline.run("history", "epoch", dead, "--reason", "x", "--history", history))
        .isEqualTo(64);
  }

  @Test
  void theSlosThatWereAskedAreKept() throws IOException {
    String run = usual();
    Tideline.run("analyze", run, "--slo", "p95 = 5 ms", "--slo", "request = Open, errors = 1 %");
    for (int i = 0; i < 2; i++) {
      assertThat(gate(run)).startsWith("1\n");
      assertThat(verdict(run).path("slos")).hasSize(2);
    }
    assertThat(Tideline.run("analyze", run)).isEqualTo(1);
    assertThat(gate(run, "--slo", "p95 = 3 s")).startsWith("0\n");
    assertThat(gate(run)).startsWith("0\n");
    assertThat(gate(run, "--slo", "errors = 1")).startsWith("64\n").contains("1 %");
  }

  @Test
  void theSlosOfAVerdictThatDoesNotSayThemAreThoseOfItsChecks() throws IOException {
    String run = usual();
    Tideline.run("analyze", run, "--slo", "p95 = 5 ms", "--slo", "request = Open, errors = 1 %");
    Path file = Path.of(run, "tideline", "verdict.json");
    ObjectNode earlier = (ObjectNode) verdict(run);
    JsonNode slos = earlier.remove("slos");
    Files.writeString(file, earlier.toString());
    assertThat(gate(run)).startsWith("1\n");
    assertThat(verdict(run).path("slos")).isEqualTo(slos);
  }

  @Test
  void slosCanComeFromAPlan() throws IOException {
    String plan = Path.of("../simulations/src/test/resources/tideline.conf").toString();
    String run = usual();
    assertThat(gate(run, "--plan", plan)).startsWith("64\n").contains("--scenario");
    assertThat(gate(run, "--plan", plan, "--slo", "errors = 1 %")).startsWith("64\n");
    assertThat(gate(run, "--plan", folder.resolve("no.conf").toString()))
        .startsWith("64\n")
        .contains("no.conf: there is no such plan file");
    assertThat(gate(run, "--scenario", "smoke")).startsWith("64\n").contains("add --plan FILE");
    assertThat(gate(run, "--plan", plan, "--scenario", "no-such")).startsWith("64\n");
    assertThat(gate(run, "--plan", plan, "--scenario", "smoke"))
        .startsWith("2\n")
        .contains("Browse timeline: no request was seen");
    assertThat(verdict(run).path("slos")).isNotEmpty();
  }

  @Test
  void onlyFreshRunsOfTheSameBuildConfirmOrRefute() {
    String before = usual();
    List<String> accepted = baseline(5);
    String slow = slow();
    assertThat(gate(slow, "--history", history)).contains("PASS, with an unconfirmed suspicion");
    String again = slow();
    String third = slow();
    String cutOff = slow();
    cut(cutOff);
    String dead = made(plain.open("Shop", 500, 20, SHOP.stream().map(s -> s.failing(1)).toList()));
    String other = made(plain.open("Other", 500, 20, SHOP));
    String[][] wrong = {
      {slow, again, "the suspected run itself"},
      {again, again, "given twice"},
      {accepted.get(3), accepted.get(4), "one of the baseline runs"},
      {before, again, "began before the suspected run"},
      {again, cutOff, "it is INVALID"},
      {again, dead, "no request of it succeeded"},
      {again, other, "scenarios: Shop and Other"},
    };
    for (String[] each : wrong) {
      assertThat(gate(slow, "--history", history, "--confirm", each[0], "--confirm", each[1]))
          .startsWith("64\n")
          .contains("cannot confirm")
          .contains(each[2]);
    }
    assertThat(gate(slow, "--history", history, "--confirm", again, "--confirm", third))
        .startsWith("1\n");
  }

  @Test
  void whatIsAboutAHistoryIsNotIgnoredWithoutOne() {
    String run = usual();
    assertThat(gate(run, "--accept")).startsWith("64\n").contains("--history");
    assertThat(gate(run, "--confirm", run)).startsWith("64\n").contains("--history");
  }

  @Test
  void whatConfirmationRunsBreakIsSaid() {
    baseline(5);
    String slow = slow();
    List<Step> failing = SLOW.stream().map(step -> step.failing(0.3)).toList();
    String one = made(plain.open("Shop", 500, 20, failing));
    String two = made(plain.open("Shop", 500, 20, failing));
    String[] all = {slow, "--slo", "errors = 1 %", "--history", history};
    String[] confirmed =
        Stream.concat(Stream.of(all), Stream.of("--confirm", one, "--confirm", two))
            .toArray(String[]::new);
    assertThat(gate(confirmed)).contains("do not keep what this run kept: All requests: ");
  }

  private static void cut(String run) {
    Path log = Path.of(run, "simulation.log");
    try {
      byte[] bytes = Files.readAllBytes(log);
      Files.write(log, java.util.Arrays.copyOf(bytes, bytes.length * 9 / 10));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Tideline.run("analyze", run);
  }
}
