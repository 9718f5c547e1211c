package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiversReaderTest {
  @TempDir Path folder;
  private final Problems problems = new Problems();

  private Receivers read(String live) throws IOException {
    Path file = Files.writeString(folder.resolve("plan.conf"), live);
    return ReceiversReader.read(file, problems);
  }

  @Test
  void unlessAPlanNamesReceiversNothingIsSentAnywhere() throws IOException {
    assertThat(read("scenarios {}")).isEqualTo(Receivers.NONE);
  }

  @Test
  void eachReceiverIsReadAndItsSecretsStayNames() throws IOException {
    Receivers receivers =
        read(
            """
            live {
              influx { url = "http://localhost:8086/", database = tideline }
              otlp { url = "http://localhost:4318/v1/metrics", every = 30 s, headers { X-Key = KEY } }
              grafana { url = "http://localhost:3000", token = GRAFANA_TOKEN }
            }
            """);
    assertThat(problems.sentences()).isEmpty();
    assertThat(receivers.influx())
        .isEqualTo(
            new Receivers.Influx(
                "http://localhost:8086", List.of("tideline"), null, Duration.ofSeconds(10)));
    assertThat(receivers.otlp())
        .isEqualTo(
            new Receivers.Otlp(
                "http://localhost:4318/v1/metrics",
                Map.of("X-Key", "KEY"),
                Duration.ofSeconds(30)));
    assertThat(receivers.variables()).containsExactly("KEY", "GRAFANA_TOKEN");
  }

  @Test
  void whatCannotBeIsSaidWithItsPlace() throws IOException {
    read("live { influx { url = nowhere, database = a, org = b, bucket = c }, other {} }");
    assertThat(problems.sentences())
        .hasSize(2)
        .anyMatch(sentence -> sentence.contains("live.other: is not known here"))
        .anyMatch(sentence -> sentence.contains("either a database (version 1) or org and bucket"));
    read("live { otlp { url = \"localhost:4318\" } }");
    assertThat(problems.sentences())
        .anyMatch(sentence -> sentence.contains("live.otlp.url: \"localhost:4318\" is no URL"));
  }
}
