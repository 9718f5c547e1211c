package io.tideline.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tideline.jar preview} as it is handed out, each run a process of its own. */
class PreviewIT {
  private static final Path JAR = Path.of("target", "tideline.jar").toAbsolutePath();
  private static final Path PLAN =
      Path.of("src", "test", "resources", "io", "tideline", "reports", "preview", "plan.conf");
  private static final Path PLACE = Path.of("simulations", "src", "test", "resources");

  @TempDir Path folder;

  private final Map<String, String> environment = new java.util.HashMap<>();

  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void layOutAProject() throws IOException {
    Path place = Files.createDirectories(folder.resolve(PLACE));
    Files.copy(PLAN, place.resolve("tideline.conf"));
    environment.put("LC_ALL", "C.UTF-8");
  }

  private Outcome preview(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx32m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            JAR.toString(),
            "preview"));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("TIDELINE_"));
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    int exit = process.waitFor();
    return new Outcome(exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err));
  }

  @Test
  void aDayIsShownAndWrittenAsAPageInTheCurrentFolder() throws Exception {
    Outcome outcome = preview("--scenario", "soak");

    Path page = folder.resolve("preview-soak.html");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .contains("Tideline preview: soak", "353,430", "No load is sent", "█")
        .contains("Page: " + page.toRealPath().toUri())
        .doesNotContain("\u001b");
    assertThat(page).content().startsWith("<!DOCTYPE html>").contains("353,430");
  }

  @Test
  void optionsComeAsTheyDoForARun() throws Exception {
    environment.put("TIDELINE_SPEEDUP", "60");
    environment.put("TIDELINE_RATE", "99");

    Outcome outcome = preview("-Dscenario=spike", "-Drate=2", "--page", "its page.html");

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("2 users/s at level 1", "time compressed 60 times", "11 s");
    assertThat(folder.resolve("its page.html")).isRegularFile();
  }

  @Test
  void aTerminalThatReadsNoUtf8GetsPlainAscii() throws Exception {
    environment.put("LC_ALL", "C");

    Outcome outcome = preview("--scenario", "spike");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("40 +", "###").matches("\\A\\p{ASCII}*\\z");
  }

  @Test
  void aRunThatWouldBeRefusedIsDrawnWithTheReasonsAndExits64() throws Exception {
    Outcome outcome = preview("--scenario", "stairs");

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.out())
        .contains("This run would be refused:", "  limits.rate: the plan peaks at 24.0")
        .contains("20 % too much");
    assertThat(folder.resolve("preview-stairs.html")).isRegularFile();
  }

  @Test
  void allProblemsOfAPlanAreSaidOneToALine() throws Exception {
    Outcome outcome = preview("--scenario", "spike", "-Drate=-3", "-Dduration=soon", "-Denv=moon");

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .hasSize(3)
        .anyMatch(line -> line.equals("-Drate=-3: is no number above 0; write for example 10"))
        .anyMatch(line -> line.startsWith("-Dduration=soon: is no duration above 0"))
        .anyMatch(line -> line.startsWith("-Denv=moon: there is no such environment"));
    assertThat(folder.resolve("preview-spike.html")).doesNotExist();
  }

  @Test
  void wrongUsageExitsWith64AndSaysWhatWouldDo() throws Exception {
    assertRefused(preview(), "scenario: none is named; add -Dscenario= and one of spike, soak");
    assertRefused(preview("--scenario", "soap"), "-Dscenario=soap: there is no such scenario");
    assertRefused(
        preview("--scenario", "soak", "--plan", "no.conf"),
        "no.conf: the plan file cannot be read");
    assertRefused(preview("--scenario"), "Missing required parameter for option '--scenario'");
    assertRefused(preview("soak"), "Unmatched argument at index 1: 'soak'");
    assertRefused(preview("--scenario", "soak", "-Drate"), "Value for option option '-D'");
  }

  private static void assertRefused(Outcome outcome, String sentence) {
    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).startsWith(sentence).doesNotContain("Exception", "\tat ");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void aPageThatCannotBeWrittenIsSaid() throws Exception {
    Outcome outcome = preview("--scenario", "spike", "--page", "nowhere/page.html");

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.out()).contains("Tideline preview: spike");
    assertThat(outcome.err()).contains("page.html: cannot be written").doesNotContain("\tat ");
  }

  @Test
  void anOptionThatARunDoesNotKnowIsPassedOverWithAWord() throws Exception {
    assertThat(preview("--scenario", "spike", "-Drat=5"))
        .returns(0, Outcome::exit)
        .extracting(Outcome::out)
        .asString()
        .contains("-Drat is no option of a run and was passed over; options are baseUrl,");
  }

  @Test
  void helpSaysWhatThereIs() throws Exception {
    assertThat(preview("--help"))
        .returns(0, Outcome::exit)
        .extracting(Outcome::out)
        .asString()
        .contains("Usage: tideline preview", "--scenario", "--plan", "--page", "-D", "64");
  }
}
