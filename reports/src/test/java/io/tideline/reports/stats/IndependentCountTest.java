package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.testkit.LogCount;
import io.tideline.reports.testkit.LogCount.Request;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRuns;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds a run against a count that shares no code with it. */
class IndependentCountTest {
  private static final double[] QUANTILES = {0.5, 0.75, 0.9, 0.95, 0.99, 0.999};

  static Stream<SampleRun> runs() {
    List<Phase> stress =
        List.of(
            SampleRun.phase("warm-up", 5, true, 1),
            SampleRun.phase("step 1", 10, false, 1),
            SampleRun.phase("step 2", 10, false, 3),
            SampleRun.phase("step 3", 10, false, 9));
    List<Phase> steady = List.of(SampleRun.phase("steady", 60, false, 1));
    return Stream.of(
        SampleRuns.of(10, steady, SampleRun.HEALTHY),
        SampleRuns.of(5, stress, SampleRuns.SICK_AFTER_25_SECONDS),
        SampleRuns.of(40, steady, SampleRuns.WITH_A_LONG_TAIL));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void countsAreEqualAndPercentilesWithinOneInAThousand(SampleRun sample, @TempDir Path folder)
      throws Exception {
    sample.writeTo(folder);
    ResultsFolder.Contents contents = new ResultsFolder(folder).read();
    Run run = contents.run();
    LogCount count = LogCount.of(folder.resolve("simulation.log"));
    Function<Request, String> phase = phaseOf(run, count);

    Map<Row, List<Request>> expected =
        count.requests.stream()
            .collect(
                Collectors.groupingBy(
                    r -> new Row(r.journey(), r.name(), phase.apply(r)),
                    TreeMap::new,
                    Collectors.toList()));

    assertThat(run.requests())
        .extracting(row -> new Row(row.journey(), row.name(), row.phase()))
        .containsExactlyInAnyOrderElementsOf(expected.keySet());
    for (RequestRow row : run.requests()) {
      Row key = new Row(row.journey(), row.name(), row.phase());
      assertSame(row.sample(), expected.get(key));
    }
    Sample everything = run.pool(new Scope(null, null, null));
    List<String> warmUps =
        run.phases().stream().filter(PhaseRow::warmUp).map(PhaseRow::name).toList();
    assertSame(
        everything,
        count.requests.stream().filter(r -> !warmUps.contains(phase.apply(r))).toList());
    assertThat(run.users().started()).isEqualTo(count.users[0]);
    assertThat(run.users().ended()).isEqualTo(count.users[1]);
    count.groups.forEach(
        (name, okAndKo) ->
            assertThat(passes(run, name)).as(name).containsExactly(okAndKo[0], okAndKo[1]));
    assertThat(run.errors().stream().mapToLong(ErrorRow::count).sum())
        .isEqualTo(count.requests.stream().filter(r -> !r.ok()).count());
  }

  private static void assertSame(Sample sample, List<Request> requests) {
    List<Integer> ok = millis(requests, true);
    List<Integer> ko = millis(requests, false);
    assertThat(sample.ok()).isEqualTo(ok.size());
    assertThat(sample.ko()).isEqualTo(ko.size());
    assertSame(sample.okLatencies(), ok);
    assertSame(sample.koLatencies(), ko);
  }

  private static void assertSame(Latencies latencies, List<Integer> exact) {
    if (exact.isEmpty()) {
      assertThat(latencies.max()).isZero();
      return;
    }
    Percentage digits = Percentage.withPercentage(0.1);
    for (double quantile : QUANTILES) {
      assertThat((double) latencies.at(quantile))
          .as("quantile %s of %s", quantile, exact.size())
          .isCloseTo(LogCount.percentile(exact, quantile), digits);
    }
    double mean = exact.stream().mapToInt(Integer::intValue).average().orElseThrow();
    assertThat(latencies.mean()).isCloseTo(mean, within(mean / 1000));
    assertThat((double) latencies.max()).isCloseTo(LogCount.percentile(exact, 1), digits);
  }

  private static List<Integer> millis(List<Request> requests, boolean ok) {
    return requests.stream().filter(r -> r.ok() == ok).map(r -> r.end() - r.start()).toList();
  }

  private static Function<Request, String> phaseOf(Run run, LogCount count) {
    long origin = SampleRun.FIRST_INSTANT - count.startEpochMillis;
    return request -> {
      double second = (request.start() - origin) / 1e3;
      return run.phases().stream()
          .filter(phase -> phase.startSeconds() <= second)
          .reduce(run.phases().get(0), (earlier, later) -> later)
          .name();
    };
  }

  private static List<Long> passes(Run run, String journey) {
    List<JourneyRow> rows =
        run.journeys().stream().filter(row -> row.journey().equals(journey)).toList();
    return List.of(
        rows.stream().mapToLong(row -> row.passes().ok()).sum(),
        rows.stream().mapToLong(row -> row.passes().ko()).sum());
  }

  private record Row(String journey, String name, String phase) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      return toString().compareTo(other.toString());
    }
  }
}
