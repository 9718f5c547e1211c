package io.tideline.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.RequestTimes;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.LogCount;
import io.tideline.reports.testkit.LogEncoder;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRuns;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  private static final List<Phase> PHASES =
      List.of(SampleRun.phase("first", 20, true, 1), SampleRun.phase("second", 20, false, 2));

  @TempDir Path folder;

  private Run sick() throws Exception {
    SampleRuns.of(20, PHASES, SampleRuns.SICK_AFTER_25_SECONDS).writeTo(folder);
    return new ResultsFolder(folder).read().run();
  }

  private Run of(LogEncoder log) throws Exception {
    Files.write(folder.resolve("simulation.log"), log.bytes());
    return new ResultsFolder(folder).read().run();
  }

  @Test
  void aLatencyLogIsReadByHdrHistogramWithEveryRequestInIt() throws Exception {
    Run run = sick();

    Map<String, Histogram> byTag = read(Export.HLOG.text(run));

    LogCount count = LogCount.of(folder.resolve("simulation.log"));
    Map<String, Long> expected =
        count.requests.stream()
            .filter(LogCount.Request::ok)
            .collect(
                Collectors.groupingBy(
                    request -> (request.journey() + "/" + request.name()).replace(' ', '_'),
                    TreeMap::new,
                    Collectors.counting()));
    Map<String, Long> counts = new TreeMap<>();
    byTag.forEach((tag, histogram) -> counts.put(tag, histogram.getTotalCount()));
    assertThat(counts).isEqualTo(expected);
    for (String tag : byTag.keySet()) {
      List<Integer> times =
          count.requests.stream()
              .filter(LogCount.Request::ok)
              .filter(each -> tag.equals((each.journey() + "/" + each.name()).replace(' ', '_')))
              .map(each -> each.end() - each.start())
              .toList();
      assertThat(byTag.get(tag).getValueAtPercentile(95))
          .isEqualTo(LogCount.percentile(times, 0.95));
    }
  }

  @Test
  void aLatencyLogHasTheRunsStartAndItsIntervals() throws Exception {
    String log = Export.HLOG.text(sick());
    HistogramLogReader reader = reader(log);

    EncodableHistogram first = reader.nextIntervalHistogram();

    assertThat(reader.getStartTimeSec()).isEqualTo(SampleRun.FIRST_INSTANT / 1e3);
    assertThat(first.getEndTimeStamp() - first.getStartTimeStamp()).isEqualTo(1_000);
    assertThat(log.lines().skip(4)).allMatch(line -> line.startsWith("Tag="));
  }

  @Test
  void tagsOfNamesWithCommasAndSpacesStayApart() throws Exception {
    Run run =
        of(
            new LogEncoder("3.15.1", 1_790_000_000_000L, List.of("A"))
                .request(List.of("a, b"), 1, 2, "")
                .request(List.of("a  b"), 1, 2, "")
                .request(List.of("a", "b"), 1, 2, ""));

    assertThat(read(Export.HLOG.text(run)).keySet()).containsExactly("a__b", "a__b_2", "a/b");
  }

  private static HistogramLogReader reader(String log) {
    return new HistogramLogReader(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, Histogram> read(String log) {
    Map<String, Histogram> byTag = new LinkedHashMap<>();
    HistogramLogReader reader = reader(log);
    while (reader.hasNext()) {
      Histogram interval = (Histogram) reader.nextIntervalHistogram();
      byTag.computeIfAbsent(interval.getTag(), tag -> new Histogram(3)).add(interval);
    }
    return byTag;
  }

  @Test
  void theTimeLineAsCsvAddsUpToTheRun() throws Exception {
    Run run = sick();

    List<String[]> rows = Export.CSV.text(run).lines().map(line -> line.split(",", -1)).toList();

    assertThat(rows).allMatch(row -> row.length == rows.get(0).length);
    List<String[]> totals = rows.stream().skip(1).filter(row -> row[3].isEmpty()).toList();
    List<String[]> requests = rows.stream().skip(1).filter(row -> !row[3].isEmpty()).toList();
    long all = run.requests().stream().mapToLong(row -> row.sample().requests()).sum();
    assertThat(sum(totals, 4) + sum(totals, 5)).isEqualTo(all);
    assertThat(sum(requests, 4) + sum(requests, 5)).isEqualTo(all);
    assertThat(sum(totals, 12)).isEqualTo(run.users().started());
    assertThat(sum(totals, 14)).isEqualTo(1_200);
    assertThat(totals).hasSize(run.timeLine().moments().size());
    assertThat(rows.get(0)).startsWith("start_seconds", "interval_seconds", "journey", "request");
  }

  private static long sum(List<String[]> rows, int column) {
    return rows.stream().mapToLong(row -> Long.parseLong(row[column])).sum();
  }

  @Test
  void aNameInCsvIsQuotedAndNeverAFormula() throws Exception {
    Run run =
        of(
            new LogEncoder("3.15.1", 1_790_000_000_000L, List.of("A"))
                .request(List.of("say \"hi\", then"), 0, 5, "")
                .request(List.of("=1+1"), 0, 7, "status 500"));

    assertThat(Export.CSV.text(run).lines().skip(2))
        .containsExactly(
            "0,1,,\"say \"\"hi\"\", then\",1,0,1,5,5,5,5,,,,,", "0,1,,'=1+1,0,1,1,,,,,,,,,");
  }

  @Test
  void theSummaryIsShapedAsGatlingsWas() throws Exception {
    LogEncoder log = new LogEncoder("3.15.1", 1_790_000_000_000L, List.of("A"));
    log.user(0, true, 0);
    int[] times = {100, 200, 799, 800, 1_199, 1_200, 1_500, 2_000};
    for (int time : times) {
      log.request(List.of("Search"), 0, time, "");
    }
    log.request(List.of("Search"), 0, 50, "status 500").user(0, false, 2_000);

    JsonNode json = new JsonMapper().readTree(Export.GLOBAL_STATS.text(of(log)));

    assertThat(names(json))
        .containsExactlyInAnyOrder(
            "name",
            "numberOfRequests",
            "minResponseTime",
            "maxResponseTime",
            "meanResponseTime",
            "standardDeviation",
            "percentiles1",
            "percentiles2",
            "percentiles3",
            "percentiles4",
            "group1",
            "group2",
            "group3",
            "group4",
            "meanNumberOfRequestsPerSecond");
    assertThat(json.get("name").asText()).isEqualTo("All Requests");
    assertThat(of(json, "numberOfRequests")).containsExactly(9.0, 8.0, 1.0);
    assertThat(of(json, "minResponseTime")).containsExactly(50.0, 100.0, 50.0);
    assertThat(of(json, "maxResponseTime")).containsExactly(2_000.0, 2_000.0, 50.0);
    assertThat(of(json, "meanResponseTime"))
        .containsExactly(
            (double) Math.round((Arrays.stream(times).sum() + 50) / 9.0),
            (double) Math.round(Arrays.stream(times).sum() / 8.0),
            50.0);
    int[] all = Arrays.copyOf(times, times.length + 1);
    all[times.length] = 50;
    assertThat(of(json, "standardDeviation"))
        .containsExactly(deviation(all), deviation(times), 0.0);
    assertThat(of(json, "percentiles1")).containsExactly(800.0, 800.0, 50.0);
    assertThat(of(json, "percentiles4")).containsExactly(2_000.0, 2_000.0, 50.0);
    assertThat(of(json, "meanNumberOfRequestsPerSecond")).containsExactly(4.5, 4.0, 0.5);
    assertGroup(json.get("group1"), "t < 800 ms", 3);
    assertGroup(json.get("group2"), "800 ms <= t < 1200 ms", 2);
    assertGroup(json.get("group3"), "t >= 1200 ms", 3);
    assertGroup(json.get("group4"), "failed", 1);
  }

  private static double deviation(int... times) {
    double mean = Arrays.stream(times).average().orElseThrow();
    double squares = Arrays.stream(times).mapToDouble(time -> (time - mean) * (time - mean)).sum();
    return Math.round(Math.sqrt(squares / times.length));
  }

  private static void assertGroup(JsonNode group, String name, int count) {
    assertThat(names(group)).containsExactlyInAnyOrder("name", "htmlName", "count", "percentage");
    assertThat(group.get("name").asText()).isEqualTo(name);
    assertThat(group.get("count").asInt()).isEqualTo(count);
    assertThat(group.get("percentage").asDouble()).isEqualTo(count / 9.0 * 100);
  }

  private static Set<String> names(JsonNode json) {
    Set<String> names = new TreeSet<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<Double> of(JsonNode json, String field) {
    JsonNode stats = json.get(field);
    return List.of(
        stats.get("total").asDouble(), stats.get("ok").asDouble(), stats.get("ko").asDouble());
  }

  @Test
  void theSummaryLeavesTheWarmUpOut() throws Exception {
    Run run = sick();

    JsonNode json = new JsonMapper().readTree(Export.GLOBAL_STATS.text(run));

    assertThat(of(json, "numberOfRequests").get(0))
        .isEqualTo(run.pool(Scope.EVERYTHING).requests());
    assertThat(run.timeLine().requests()).extracting(RequestTimes::name).contains("Sign in");
  }
}
