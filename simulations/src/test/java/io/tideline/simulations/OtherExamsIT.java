package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.simulations.full.Exam;
import io.tideline.simulations.full.FullRun;
import io.tideline.simulations.full.MavenCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exams that are calls of Maven on a copy of the source. */
@Exam("by Maven")
class OtherExamsIT {
  private static final long LONGEST_MINUTES = 60;

  /** Twenty kills of a primary, ten with each kind of replication. */
  @Test
  void failoversByTheDozen() throws Exception {
    passes(
        "failovers",
        "verify",
        "-pl=fixtures",
        "-am",
        "-Dquick",
        "-Dtest=None",
        "-Dsurefire.failIfNoSpecifiedTests=false",
        "-Dit.test=FailoverIT",
        "-Dfailsafe.failIfNoSpecifiedTests=false",
        "-Dfailovers=true");
  }

  /** The whole of {@code mvn verify} on the oldest Gatling that runs are made with. */
  @Test
  void theEarlierGatling() throws Exception {
    passes("gatling-3.15.1", "verify", "-Dquick", "-Dgatling.version=3.15.1");
  }

  private static void passes(String name, String... call) throws Exception {
    Path output = FullRun.fresh(name).resolve("output.txt");
    int code = MavenCall.run(FullRun.copy(name), output, LONGEST_MINUTES, List.of(call));
    List<String> said = Files.readAllLines(output);
    String last =
        said.stream()
            .filter(line -> line.matches(".*(Tests run: \\d+.*Skipped: \\d+|Total time).*"))
            .filter(line -> !line.contains("Time elapsed"))
            .map(line -> line.replaceAll("\\[.*?]", "").strip())
            .reduce("", (all, line) -> all.isEmpty() ? line : all + "; " + line);
    FullRun.note("Maven ended with " + code + "; " + last);
    assertThat(code).as("Maven's exit code, see %s", output).isZero();
  }
}
