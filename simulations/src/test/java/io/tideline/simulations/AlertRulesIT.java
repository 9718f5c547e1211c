package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus' own word on its configuration and on the alert rules. */
@Timeout(60)
class AlertRulesIT {
  private static final Path RULES = GrafanaQueries.FOLDER.resolve("prometheus");

  @TempDir Path folder;

  @BeforeEach
  void needsPromtool() {
    assumeTrue(
        PrometheusProcess.isThere("promtool"),
        "promtool is not on the PATH; on Debian: apt-get install prometheus");
  }

  @Test
  void theConfigurationIsValid() throws Exception {
    promtool("check", "config", RULES.resolve("prometheus.yml").toString());
  }

  @Test
  void eachRuleRaisesItsAlertWhenItShouldAndNotWhenItShouldNot() throws Exception {
    promtool("test", "rules", RULES.resolve("alerts.test.yml").toString());
  }

  private void promtool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("promtool.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
  }
}
