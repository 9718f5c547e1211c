package io.tideline.engine.pilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.pilot.Bottleneck.Use;
import io.tideline.engine.pilot.StepRecord.Answer;
import io.tideline.engine.resource.Consumption;
import io.tideline.engine.resource.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A target that breaks at 40 users per second; what its resources do is each test's own. */
class BottleneckTest {
  private static final double LIMIT = 40;
  private static final double[] LOADS = {
    10, 20, 80, 40.5, 28, 34, 37, 38.8, 40, 41.2, 40, 38.8, 40, 41.2, 42.4, 41.2, 40, 38.8
  };

  private interface Resources {
    List<Consumption> at(double load);
  }

  private static List<StepRecord> steps(Resources resources) {
    List<StepRecord> steps = new ArrayList<>();
    for (double load : LOADS) {
      Answer answer = load > LIMIT ? Answer.BAD : Answer.GOOD;
      steps.add(
          new StepRecord(
              steps.size() + 1,
              "staircase",
              load,
              60,
              answer,
              "",
              0,
              0,
              0,
              List.of(),
              List.of(),
              resources.at(load)));
    }
    return steps;
  }

  private static Bottleneck of(Resources resources) {
    return Objects.requireNonNull(Bottleneck.of(steps(resources), LIMIT));
  }

  private static Consumption share(String name, double mean) {
    return new Consumption("/metrics", name, Unit.SHARE, mean, mean, 1.0, null, 12);
  }

  private static Consumption pool(double load, double fullAt) {
    double used = Math.min(1, load / fullAt);
    double waiting = Math.max(0, load - fullAt);
    return new Consumption("/metrics", "connections", Unit.COUNT, 8 * used, 8, 8.0, waiting, 12);
  }

  @Test
  void whatReachesItsLimitAtTheLowestLoadComesFirst() {
    Bottleneck found = of(load -> List.of(share("cpu", Math.min(1, load / 42)), pool(load, 30)));

    assertThat(found.saturated()).extracting(Use::name).containsExactly("connections", "cpu");
    assertThat(found.saturated().get(0).limitFrom()).isEqualTo(28);
    assertThat(found.saturated().get(0).waiting()).isCloseTo(11.2, within(0.01));
    assertThat(found.moved()).isNull();
    assertThat(found.sentence())
        .isEqualTo(
            "First at its limit: connections, 100 % of 8 in use with 11.2 waiting at 41.20 users"
                + " per second; at it from 28.00 on, 33.3 % at 10.00."
                + " At their limit too: cpu 98.1 %");
  }

  @Test
  void ofTwoFromTheSameLoadOnTheOneWithWaitersComesFirst() {
    Bottleneck found = of(load -> List.of(share("cpu", load >= 37 ? 1 : 0.2), pool(load, 39)));
    assertThat(found.saturated()).extracting(Use::name).containsExactly("connections", "cpu");
  }

  @Test
  void aPoolThatIsMostlyInUseWhileAsManyWaitIsAtItsLimit() {
    Bottleneck found =
        of(
            load ->
                List.of(
                    new Consumption(
                        "/metrics", "few", Unit.COUNT, load / 50, 1, 1.0, load >= 37 ? 17 : 0.2, 6),
                    new Consumption("/metrics", "many", Unit.COUNT, load / 50, 1, 1.0, 0.5, 6)));
    assertThat(found.saturated()).extracting(Use::name).containsExactly("few");
    assertThat(found.saturated().get(0).limitFrom()).isEqualTo(38.8);
    assertThat(found.nearest()).isNotNull();
    assertThat(found.nearest().name()).isEqualTo("many");
  }

  @Test
  void whatIsAtItsLimitAtEveryLoadExplainsNothing() {
    Bottleneck found = of(load -> List.of(share("memory", 0.95), share("cpu", load / 42)));

    assertThat(found.saturated()).extracting(Use::name).containsExactly("cpu", "memory");
    assertThat(found.sentence())
        .startsWith("First at its limit: cpu")
        .endsWith("At their limit at every load: memory 95 %");
  }

  @Test
  void withNothingAtItsLimitTheNearestIsNamedAndWhatMovedMostIsNoCause() {
    Bottleneck found =
        of(
            load ->
                List.of(
                    share("cpu", load / 80),
                    new Consumption(
                        "/metrics", "queue", Unit.COUNT, load * load / 100, 20, null, null, 12)));

    assertThat(found.saturated()).isEmpty();
    assertThat(found.nearest()).isNotNull();
    assertThat(found.nearest().name()).isEqualTo("cpu");
    assertThat(found.moved()).isNotNull();
    assertThat(found.moved().name()).isEqualTo("queue");
    assertThat(found.moved().rankCorrelation()).isCloseTo(1, within(1e-9));
    assertThat(found.sentence())
        .isEqualTo(
            "No resource that the target tells of came to its limit with the load;"
                + " nearest: cpu, 51.5 % in use at 41.20 users per second."
                + " What moved most with the load: queue, from 1 at 10.00 to 17.0 at 41.20 users per"
                + " second (rank correlation 1.00 over 18 steps; a correlation, not a cause)");
  }

  @Test
  void oneBadMomentFarBelowIsNotWhereItsLimitBegins() {
    Bottleneck found =
        of(load -> List.of(share("cpu", load == 20 ? 0.99 : load > 38 ? 0.97 : load / 80)));
    assertThat(found.saturated().get(0).limitFrom()).isEqualTo(20);
    Bottleneck calm =
        of(load -> List.of(share("cpu", load == 20 ? 0.99 : load > 40 ? 0.97 : load / 80)));
    assertThat(calm.saturated().get(0).limitFrom()).isGreaterThan(38);
  }

  @Test
  void whatOnlyWandersIsSaidToMoveInFewerThanOneOfAHundredSearches() {
    SplittableRandom random = new SplittableRandom(7);
    int moved = 0;
    int searches = 2_000;
    for (int i = 0; i < searches; i++) {
      Bottleneck found = of(load -> List.of(share("cpu", 0.3 + 0.05 * random.nextGaussian())));
      moved += found.moved() == null ? 0 : 1;
    }
    assertThat((double) moved / searches).isLessThan(0.01);
  }

  @Test
  void aTargetThatTellsNothingHasNone() {
    assertThat(Bottleneck.of(steps(load -> List.of()), LIMIT)).isNull();
    assertThat(Bottleneck.of(List.of(), null)).isNull();
  }

  @Test
  void aSourceThatWasGoneWhereItBrokeTellsNothingOfThatPlace() {
    Bottleneck found =
        of(load -> load > LIMIT && load < 80 ? List.of() : List.of(share("cpu", load / 80)));
    assertThat(found.saturated().get(0).load()).as("the only bad step that tells").isEqualTo(80);
  }

  @Test
  void whereNothingBrokeItIsTheHighestLoadThatCounts() {
    List<StepRecord> good =
        steps(load -> List.of(share("cpu", load / 80))).stream()
            .filter(step -> step.answer() == Answer.GOOD)
            .toList();
    Bottleneck found = Objects.requireNonNull(Bottleneck.of(good, null));
    assertThat(found.saturated()).isEmpty();
    assertThat(found.nearest()).isNotNull();
    assertThat(found.nearest().load()).isEqualTo(40);
  }

  @Test
  void severalSourcesAreToldApart() {
    Bottleneck found =
        of(
            load ->
                List.of(
                    share("cpu", load / 80),
                    new Consumption(
                        "http://db:9187/metrics", "cpu", Unit.SHARE, load / 42, 1, 1.0, null, 12)));
    assertThat(found.sentence()).startsWith("First at its limit: cpu (http://db:9187/metrics), 98");
  }

  @Test
  void ranksAreCorrelatedAsInTheBooks() {
    assertThat(RankCorrelation.of(new double[] {1, 2, 3, 4}, new double[] {1, 4, 9, 16}))
        .isEqualTo(1);
    assertThat(RankCorrelation.of(new double[] {1, 2, 3, 4}, new double[] {4, 3, 2, 1}))
        .isEqualTo(-1);
    assertThat(RankCorrelation.of(new double[] {1, 2, 2, 4}, new double[] {1, 3, 2, 4}))
        .isCloseTo(0.9487, within(1e-4));
    assertThat(RankCorrelation.of(new double[] {1, 2, 3}, new double[] {5, 5, 5})).isNaN();
  }
}
