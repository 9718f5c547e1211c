package io.tideline.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.testkit.LogEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {
  @TempDir Path folder;

  private Distribution of(int... millis) throws Exception {
    LogEncoder log = new LogEncoder("3.15.1", 0, List.of("Browse"));
    Arrays.stream(millis)
        .forEach(time -> log.request(List.of("Browse", "Open"), 10, 10 + time, ""));
    Files.write(folder.resolve("simulation.log"), log.bytes());
    return new Distribution(
        new ResultsFolder(folder).read().run().pool(Scope.EVERYTHING).okLatencies());
  }

  @Test
  void aPercentileOfCutOffMillisecondsIsThatOfTheTrueTimes() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    double[] exact = random.doubles(50_000).map(u -> 2 - 1.5 * Math.log(1 - u)).sorted().toArray();
    int[] cutOff =
        Arrays.stream(exact)
            .mapToInt(
                time -> {
                  double start = random.nextDouble();
                  return (int) Math.floor(start + time);
                })
            .toArray();

    Distribution times = of(cutOff);

    for (double quantile : new double[] {0.5, 0.75, 0.95, 0.99}) {
      double truth = exact[(int) (quantile * exact.length)];
      assertThat(times.at(quantile)).as("%s", quantile).isCloseTo(truth, within(0.12));
    }
  }

  @Test
  void betweenTwoPercentilesLiesTheShareThatTheySay() throws Exception {
    Distribution times = of(IntStream.rangeClosed(1, 5_000).toArray());

    for (double quantile : new double[] {0.01, 0.3, 0.77, 0.99}) {
      double share = times.above(times.at(quantile)) / times.count();
      assertThat(share).isCloseTo(1 - quantile, within(1e-9));
    }
  }

  @Test
  void nothingIsFasterThanWhatGatlingCanMeasure() throws Exception {
    Distribution times = of(0, 0, 0, 0);

    assertThat(times.at(0.1)).isEqualTo(0.5);
    assertThat(times.mean()).isEqualTo(0.5);
    assertThat(times.above(0.5)).isZero();
  }
}
