package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.stats.CoverageTable.Count;
import io.tideline.reports.stats.LatencyShapes.Ranges;
import io.tideline.reports.stats.PercentileInterval.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A quick look at what {@link CoverageTable} measures, with room for chance. */
class PercentileIntervalsTest {
  private static final int RUNS = 60;
  private static final int SECONDS = 600;
  private static final double PER_SECOND = 10;

  private static List<Count> counts(String name) {
    return CoverageTable.count(shape(name), SECONDS, PER_SECOND, RUNS, new SplittableRandom(1));
  }

  private static LatencyShapes shape(String name) {
    return LatencyShapes.all(Ranges.TABLE).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"independent, 3", "'independent, heavy tail', 3", "'stall every 20 s, short', 2"})
  void nearlyEveryRunHasItsIntervalAndItCoversTheTruth(String name, int percentiles) {
    assertThat(counts(name).subList(0, percentiles))
        .allSatisfy(
            count -> {
              assertThat(count.shownShare()).isGreaterThanOrEqualTo(0.8);
              assertThat(count.coverage()).isGreaterThanOrEqualTo(0.9);
            });
  }

  @Test
  void aTailThatRestsOnAHandfulOfStallsHasNone() {
    List<Count> counts = counts("8 stalls in 10 min");
    assertThat(counts.get(2).shownShare()).isLessThanOrEqualTo(0.05);
    assertThat(counts.get(2).missing.get(Missing.STALLS)).isGreaterThan(RUNS / 2);
    assertThat(counts.get(0).shownShare()).isGreaterThanOrEqualTo(0.8);
    assertThat(counts.get(0).coverage()).isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest
  @CsvSource({"'wanders over 60 s, 30 %'", "'two levels, 60 s each'"})
  void whatWandersSlowlyHasNone(String name) {
    assertThat(counts(name))
        .allSatisfy(
            count -> {
              assertThat(count.shownShare()).isLessThanOrEqualTo(0.05);
              assertThat(count.missing.get(Missing.WANDERS)).isGreaterThan(9 * RUNS / 10);
            });
  }

  @Test
  void aLongRunKeepsTheIntervalOfWhatWandersManyTimesInIt() {
    Count count =
        CoverageTable.count(
                shape("wanders over 5 s, 30 %"), 8000, 0.8, RUNS, new SplittableRandom(7))
            .get(1);
    assertThat(count.shownShare()).isGreaterThanOrEqualTo(0.85);
    assertThat(count.coverage()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void aShortRunAndFewRequestsHaveNoneAndSayWhy() {
    assertThat(interval(30, 100, 0.5).missing()).contains(Missing.SHORT);
    assertThat(interval(600, 1, 0.99).missing()).contains(Missing.FEW);
    assertThat(interval(600, 1, 0.5).confidence()).isPresent();
    assertThat(PercentileIntervals.of(List.of()).around(0, 0.5).missing()).contains(Missing.SHORT);
  }

  @Test
  void emptyIntervalsOfTheTimeLineDoNoHarm() {
    List<PackedTimes> nothing = new ArrayList<>();
    for (int i = 0; i < SECONDS; i++) {
      nothing.add(PackedTimes.NONE);
    }
    assertThat(PercentileIntervals.of(nothing).around(0, 0.5).missing()).contains(Missing.FEW);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 250, 5000})
  void timesThatAreAllTheSameHaveAnIntervalThatHoldsThem(long millis) {
    List<PackedTimes> times = new ArrayList<>();
    TimeCounts counts = new TimeCounts();
    for (int i = 0; i < SECONDS; i++) {
      counts.record(millis, 10);
      times.add(counts.pack());
    }
    assertThat(PercentileIntervals.of(times).around(millis, 0.95).confidence())
        .hasValueSatisfying(
            interval -> {
              assertThat(interval.low()).isLessThanOrEqualTo(millis);
              assertThat(interval.high()).isGreaterThanOrEqualTo(millis);
              assertThat(interval.high() - interval.low()).isLessThan(5);
            });
  }

  @Test
  void anIntervalHoldsTheValueThatIsReported() {
    List<PackedTimes> times =
        shape("independent").draw(SECONDS, PER_SECOND, new SplittableRandom(3));
    TimeCounts all = new TimeCounts();
    times.forEach(all::add);
    long value = Latencies.of(all).at(0.95);
    assertThat(PercentileIntervals.of(times).around(value, 0.95).confidence())
        .hasValueSatisfying(
            interval -> assertThat((double) value).isBetween(interval.low(), interval.high()));
  }

  private static PercentileInterval interval(int seconds, double perSecond, double quantile) {
    List<PackedTimes> times =
        shape("independent").draw(seconds, perSecond, new SplittableRandom(5));
    return PercentileIntervals.of(times).around(120, quantile);
  }
}
