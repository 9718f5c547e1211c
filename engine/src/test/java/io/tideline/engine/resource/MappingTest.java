package io.tideline.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The metrics of the Memories service as it once told them, and samples of exporters. */
class MappingTest {
  private static final String NODE =
      """
      node_cpu_seconds_total{cpu="0",mode="idle"} %1$s
      node_cpu_seconds_total{cpu="0",mode="user"} %2$s
      node_memory_MemTotal_bytes 1000
      node_memory_MemAvailable_bytes 400
      node_disk_io_time_seconds_total{device="sda"} %2$s
      node_filesystem_size_bytes{device="/dev/sda1",fstype="ext4",mountpoint="/"} 100
      node_filesystem_avail_bytes{device="/dev/sda1",fstype="ext4",mountpoint="/"} 25
      node_filesystem_size_bytes{device="tmpfs",fstype="tmpfs",mountpoint="/run"} 7
      node_filesystem_avail_bytes{device="tmpfs",fstype="tmpfs",mountpoint="/run"} 7
      """;
  private static final String POSTGRESQL =
      """
      pg_stat_activity_count{datname="memories",state="active"} 7
      pg_stat_activity_count{datname="memories",state="idle in transaction"} 2
      pg_settings_max_connections{server="db:5432"} 90
      pg_stat_database_blks_hit{datname="memories"} %1$s
      pg_stat_database_blks_read{datname="memories"} %2$s
      """;
  private static final String KUBERNETES =
      """
      kube_deployment_status_replicas_available{namespace="m",deployment="memories"} 3
      kube_deployment_spec_replicas{namespace="m",deployment="memories"} 4
      kube_horizontalpodautoscaler_status_current_replicas{namespace="m",horizontalpodautoscaler="memories"} 4
      kube_horizontalpodautoscaler_spec_max_replicas{namespace="m",horizontalpodautoscaler="memories"} 8
      """;

  private static String recorded() throws IOException {
    try (var stream = MappingTest.class.getResourceAsStream("/resource/micrometer.txt")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Map<String, Reading> read(Mapping mapping, Sight sight) {
    return mapping.measures().stream()
        .flatMap(measure -> measure.readings(sight).stream())
        .collect(Collectors.toMap(Reading::name, Function.identity()));
  }

  @Test
  void aJvmTellsOfEachOfItsPoolsExecutorsAndCaches() throws IOException {
    Map<String, Reading> readings = read(Mapping.MICROMETER, Sights.now(recorded()));

    assertThat(readings.get("connections memories"))
        .isEqualTo(new Reading("connections memories", Unit.COUNT, 0, 2.0, 0.0));
    assertThat(readings.get("executor database"))
        .isEqualTo(new Reading("executor database", Unit.COUNT, 0, 2.0, 0.0));
    assertThat(readings.get("queue disk"))
        .isEqualTo(new Reading("queue disk", Unit.COUNT, 0, 128.0, null));
    assertThat(readings.get("heap after gc"))
        .isEqualTo(new Reading("heap after gc", Unit.BYTES, 9_726_976, 6_320_816_128.0, null));
    assertThat(readings.get("heap").limit()).isEqualTo(6_320_816_128.0);
    assertThat(readings.get("heap").value()).isEqualTo(4_194_304 + 9_726_976 + 2_821_920);
    assertThat(readings.get("metaspace").limit()).as("-1 is no limit").isNull();
    assertThat(readings.get("cpu").value()).isEqualTo(0.2916666666666667);
    assertThat(readings.get("threads").value()).isEqualTo(15);
    assertThat(readings.get("open files").limit()).isEqualTo(20_000);
    assertThat(readings).containsKeys("cache entries sessions", "cache entries timeline");
    assertThat(readings).as("no rates yet").doesNotContainKeys("gc time", "cache hits sessions");
  }

  @Test
  void aMachineIsNoBusierForSeveralJvmsThatTellOfIt() {
    Sight sight =
        Sights.now("system_cpu_usage{worker=\"1\"} 0.5\nsystem_cpu_usage{worker=\"2\"} 0.75\n");

    assertThat(read(Mapping.MICROMETER, sight).get("machine cpu").value()).isEqualTo(0.625);
  }

  @Test
  void ratesOfAJvmAreKnownFromTheSecondReadingOn() throws IOException {
    String before = recorded();
    String now =
        before
            .replace("process_cpu_time_ns_total 2.34E9", "process_cpu_time_ns_total 7.34E9")
            .replace(
                "{cache=\"sessions\",result=\"hit\"} 0.0", "{cache=\"sessions\",result=\"hit\"} 30")
            .replace(
                "{cache=\"sessions\",result=\"miss\"} 0.0",
                "{cache=\"sessions\",result=\"miss\"} 10");
    Map<String, Reading> readings = read(Mapping.MICROMETER, Sights.after(before, 5, now));

    assertThat(readings.get("cpu")).isEqualTo(new Reading("cpu", Unit.SHARE, 0.5, 1.0, null));
    assertThat(readings.get("gc time").value()).isZero();
    assertThat(readings.get("cache hits sessions").value()).isEqualTo(0.75);
    assertThat(readings.get("cache misses sessions").value()).isEqualTo(2);
    assertThat(readings).as("nobody asked it").doesNotContainKey("cache hits media");
  }

  @Test
  void aNodeTellsOfItsProcessorsMemoryAndDisks() {
    Sight sight = Sights.after(NODE.formatted("100", "50"), 10, NODE.formatted("102", "58"));
    Map<String, Reading> readings = read(Mapping.NODE, sight);

    assertThat(readings.get("cpu").value()).isEqualTo(0.8);
    assertThat(readings.get("memory"))
        .isEqualTo(new Reading("memory", Unit.BYTES, 600, 1000.0, null));
    assertThat(readings.get("disk busy sda").value()).isEqualTo(0.8);
    assertThat(readings.get("disk space /"))
        .isEqualTo(new Reading("disk space /", Unit.BYTES, 75, 100.0, null));
    assertThat(readings).doesNotContainKey("disk space /run");
  }

  @Test
  void aDatabaseTellsOfConnectionsAndItsCache() {
    Sight sight = Sights.after(POSTGRESQL.formatted("0", "0"), 5, POSTGRESQL.formatted("95", "5"));
    Map<String, Reading> readings = read(Mapping.POSTGRESQL, sight);

    assertThat(readings.get("connections"))
        .isEqualTo(new Reading("connections", Unit.COUNT, 9, 90.0, null));
    assertThat(readings.get("idle in transaction").value()).isEqualTo(2);
    assertThat(readings.get("cache hits").value()).isEqualTo(0.95);
    assertThat(readings).doesNotContainKeys("replication lag", "deadlocks");
  }

  @Test
  void kubernetesTellsOfReplicas() {
    Map<String, Reading> readings = read(Mapping.KUBERNETES, Sights.now(KUBERNETES));

    assertThat(readings.get("replicas memories").value()).isEqualTo(3);
    assertThat(readings.get("replicas wanted memories").value()).isEqualTo(4);
    assertThat(readings.get("autoscaler memories").limit()).isEqualTo(8);
  }

  @Test
  void eachMeasureHasANameOfItsOwnAndOneThatIsNotThereIsNamed() {
    assertThat(Arrays.asList(Mapping.values()))
        .allSatisfy(
            mapping -> {
              List<String> names = mapping.measures().stream().map(Measure::name).toList();
              assertThat(names).doesNotHaveDuplicates();
            });
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mapping.of("micrometre"))
        .withMessageContaining("there are micrometer, node, postgresql, kubernetes");
  }
}
