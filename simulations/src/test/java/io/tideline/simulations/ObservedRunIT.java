package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.schedule.EventLog;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.RunEvent.Kind;
import io.tideline.engine.schedule.StartLog;
import io.tideline.engine.schedule.StartLogReader;
import io.tideline.engine.show.LiveFile;
import io.tideline.simulations.ObservedRun.Shown;
import io.tideline.testkit.QuietMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run shows of itself, seen by real observers, is what its results say afterwards. */
@Timeout(300)
class ObservedRunIT {
  private static final long NANOS_PER_MILLI = 1_000_000;

  @TempDir static Path folder;
  private static ObservedRun run;
  private static Shown shown;
  private static Map<String, Long> byPrometheus = Map.of();
  private static double natively;
  private static JsonNode finished;

  @BeforeAll
  static void watchInTime() throws Exception {
    QuietMachine.judges(2, ObservedRunIT::watch);
  }

  private static void watch() throws Exception {
    close();
    run = new ObservedRun(Files.createTempDirectory(folder, "run"));
    shown = run.watch();
    if (run.classic != null && run.natively != null) {
      byPrometheus = Counts.ofSeries(run.classic.now(Counts.NAME + " > 0"));
      for (JsonNode one : run.natively.now("histogram_count(tideline_request_duration_seconds)")) {
        natively += one.at("/value/1").asDouble();
      }
    }
    assertThat(run.process().exitCode()).as(run.process().output()).isIn(0, 2);
    finished = run.json("run.json");
  }

  @AfterAll
  static void close() throws Exception {
    if (run != null) {
      run.close();
    }
  }

  private static double sum(String name) {
    return Counts.sum(shown.text(), name);
  }

  @Test
  void onceARunHasEndedItsCountersAreItsResults() {
    Map<String, Long> reported = Counts.ofRunJson(finished);
    assertThat(Counts.ofText(shown.text())).isNotEmpty().isEqualTo(reported);
    assertThat(sum("tideline_errors_total"))
        .isEqualTo(
            reported.entrySet().stream()
                .filter(Counts::isFailure)
                .mapToLong(Map.Entry::getValue)
                .sum());
    double started = finished.at("/injection/started").asDouble();
    assertThat(started).isPositive().isEqualTo(finished.at("/injection/offered").asDouble());
    assertThat(sum("tideline_arrivals_started_total")).isEqualTo(started);
    assertThat(sum("tideline_arrivals_due_total")).isEqualTo(started);
    assertThat(sum("tideline_injection_lag_seconds_count")).isEqualTo(started);
    assertThat(sum("tideline_users_started_total")).isEqualTo(started);
    assertThat(sum("tideline_users_finished_total")).isEqualTo(started);
    assertThat(sum("tideline_users_active")).isZero();
    assertThat(sum("tideline_events_total{kind=\"pause\"")).isOne();
    assertThat(shown.text()).containsPattern("tideline_run_state\\{.*state=\"ended\".* 1.0");
  }

  @Test
  void onceARunHasEndedItsSlosStandAsInItsVerdict() throws Exception {
    int slos = 0;
    for (JsonNode check : run.json("verdict.json").get("checks")) {
      if (check.get("kind").asText().equals("slo")) {
        slos++;
        Scope scope = new ObjectMapper().treeToValue(check.get("scope"), Scope.class);
        String metric = check.get("metric").asText();
        String labels = "metric=\"" + metric + "\",run=";
        String name = "slo=\"" + scope + ": " + metric + " ";
        double value = Counts.sum(shown.text(), "tideline_slo_value{" + labels, name);
        double unit = metric.equals("errors") ? 1 : 1_000;
        assertThat(value * unit)
            .as(name)
            .isCloseTo(check.get("value").asDouble(), within(check.get("value").asDouble() / 500));
        assertThat(Counts.sum(shown.text(), "tideline_slo_requests_total{" + labels, name))
            .as(name)
            .isEqualTo(check.get("samples").asDouble());
      }
    }
    assertThat(slos).isEqualTo(4);
  }

  @Test
  void theEndpointSpeaksOpenMetricsToWhoeverAsksForIt() {
    assertThat(shown.openMetrics()).endsWith("# EOF\n").contains("# UNIT ");
    assertThat(Counts.ofText(shown.openMetrics())).isEqualTo(Counts.ofRunJson(finished));
  }

  @Test
  void theTerminalIsToldHowTheRunStands() throws Exception {
    String output = run.process().output();
    assertThat(output).contains("live on http://127.0.0.1:").contains("metrics stay for 8 s");
    assertThat(output).containsPattern("\\[0:[0-9]+\\] smoke, .* left .* users/s.*p95.*SLOs");
    assertThat(run.file(LiveFile.FILE_NAME)).doesNotExist();
  }

  @Test
  void nobodyArrivesDuringThePause() throws Exception {
    List<RunEvent> events = new EventLog(run.file(EventLog.FILE_NAME)).read();
    assertThat(events).extracting(RunEvent::kind).containsExactly(Kind.PAUSE, Kind.RESUME);
    long from = events.get(0).atNanos() + 50 * NANOS_PER_MILLI;
    long to = events.get(1).atNanos();
    assertThat(to - from).isGreaterThan(3_500 * NANOS_PER_MILLI);
    List<Long> starts = new ArrayList<>();
    StartLogReader.read(run.file(StartLog.FILE_NAME), (k, due, start) -> starts.add(start));
    assertThat(starts).noneMatch(start -> start > from && start < to);
    assertThat(starts).anyMatch(start -> start <= from).anyMatch(start -> start >= to);
  }

  @Test
  void prometheusHasTheCountsOfTheResults() {
    assumeTrue(run.classic != null, "prometheus is not on the PATH: apt-get install prometheus");
    assertThat(byPrometheus).isEqualTo(Counts.ofRunJson(finished));
    assertThat(natively).isEqualTo(byPrometheus.values().stream().mapToLong(count -> count).sum());
  }

  @Test
  void eachQueryOfADashboardAndOfAnAlertReturnsData() throws Exception {
    assumeTrue(run.classic != null, "prometheus is not on the PATH: apt-get install prometheus");
    String name = run.process().folder().getFileName().toString();
    Map<String, String> queries = GrafanaQueries.ofDashboards(name);
    queries.putAll(GrafanaQueries.ofAlerts());
    List<String> empty = new ArrayList<>();
    for (Map.Entry<String, String> query : GrafanaQueries.withAlternatives(queries).entrySet()) {
      if (!Counts.hasFigure(run.classic.since(run.begin, query.getValue()))) {
        empty.add(query.getKey() + ": " + query.getValue());
      }
    }
    assertThat(queries).hasSizeGreaterThan(50);
    assertThat(empty).as("queries without data").isEmpty();
  }

  @Test
  void influxDbHasGotTheCountsOfTheResults() throws Exception {
    assumeTrue(run.influx != null, "influxd is not on the PATH: apt-get install influxdb");
    Map<String, Long> stored = new TreeMap<>();
    String query =
        "SELECT SUM(\"count\") FROM \"tideline_request_duration\""
            + " GROUP BY journey, request, phase, outcome";
    for (JsonNode series : run.influx.series("tideline", query)) {
      long count = series.at("/values/0/1").asLong();
      if (count > 0) {
        stored.put(Counts.key(series.get("tags")), count);
      }
    }
    assertThat(stored).isEqualTo(Counts.ofRunJson(finished));
  }
}
