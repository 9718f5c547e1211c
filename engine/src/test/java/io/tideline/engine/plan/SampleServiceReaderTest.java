package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleServiceReaderTest extends WrittenPlan {

  private List<String> options(String value) {
    return read(
            GOOD.replace("rate = 5", "rate = 5, sample-service = " + value), "scenario", "steady")
        .sampleService();
  }

  @Test
  void optionsAreOneTextAsOnACommandLineOrAList() {
    List<String> workers = List.of("--workers=1..3", "--start-delay=2s");
    assertThat(options("\"--workers=1..3 --start-delay=2s\"")).isEqualTo(workers);
    assertThat(options("\" --workers  1..3   --start-delay 2s \"")).isEqualTo(workers);
    assertThat(options("[\"--workers=1..3\", \"--start-delay=2s\"]")).isEqualTo(workers);
    assertThat(options("\"\"")).isEmpty();
    assertThat(options("[]")).isEmpty();
    assertThat(options("\"--delays=GET /api/timeline=40, *=100@2% --chaos\""))
        .containsExactly("--delays=GET /api/timeline=40, *=100@2%", "--chaos");
  }

  @Test
  void aScenarioWithoutThemHasNone() {
    assertThat(read(GOOD, "scenario", "steady").sampleService()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"workers=1..3\"",
        "\"-w 1\"",
        "\"--\"",
        "[\"--a\", \"b\"]",
        "[[\"--a\"]]",
        "3",
        "{ workers = 3 }"
      })
  void whatIsNoOptionIsSaidWithItsPlace(String value) {
    assertThat(
            problems(
                GOOD.replace("rate = 5", "rate = 5, sample-service = " + value),
                "scenario",
                "steady"))
        .singleElement()
        .asString()
        .contains("scenarios.steady.sample-service")
        .contains("--workers=1..3 --start-delay=2s");
  }
}
