package io.tideline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.search.StepVerdict.Bad;
import io.tideline.engine.search.StepVerdict.Good;
import io.tideline.engine.search.StepVerdict.Saturated;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepJudgeTest {
  private static final Offered PUNCTUAL = new Offered(1_000, 1_000, 2, 50);
  private static final Promise P99 = new Promise("Search", "p99", 800, 368);
  private static final Promise ERRORS = new Promise("All requests", "errors", 0.01, 1);

  @Test
  void aStepThatKeepsItsPromisesIsGood() {
    assertThat(judge(PUNCTUAL, figure(P99, 800, 400, 0), figure(ERRORS, 0.01, 4_000, 40)))
        .isEqualTo(new Good(List.of()));
  }

  @Test
  void theBreachFarthestOverItsLimitComesFirst() {
    StepVerdict verdict =
        judge(PUNCTUAL, figure(P99, 912, 400, 0), figure(ERRORS, 0.02, 4_000, 80));

    assertThat(((Bad) verdict).breaches())
        .containsExactly(
            new Breach("All requests", "errors", 0.02, 0.01),
            new Breach("Search", "p99", 912, 800));
    assertThat(verdict.sentence())
        .isEqualTo("bad: All requests: errors 0.02000 over 0.01000; Search: p99 912.0 over 800.0");
  }

  @Test
  void lateStartsAreTheGeneratorsWhateverTheTargetDid() {
    StepVerdict verdict = judge(new Offered(1_000, 900, 51, 50), figure(P99, 5_000, 400, 0));

    assertThat(verdict)
        .isEqualTo(
            new Saturated(
                "users started 51.0 ms late at p99, at most 50.0 allowed; 900 of 1000"
                    + " started"));
  }

  @Test
  void anOfferedLoadThatWasMissedThoughStartsWerePunctualIsBad() {
    assertThat(judge(new Offered(1_000, 990, 2, 50))).isInstanceOf(Good.class);
    assertThat(judge(new Offered(1_000, 989, 2, 50)).sentence())
        .startsWith("bad: Offered load: missed share 0.01100");
  }

  @Test
  void tooFewRequestsAreNotJudgedAndSaid() {
    assertThat(judge(PUNCTUAL, figure(P99, 5_000, 100, 3)))
        .isEqualTo(new Good(List.of("Search: p99 needs 368 requests, there were 100")));
    assertThat(judge(PUNCTUAL, figure(ERRORS, Double.NaN, 0, 0)))
        .isEqualTo(new Good(List.of("All requests: errors needs 1 requests, there were 0")));
  }

  @Test
  void tooFewRequestsBecauseTheOthersFailedAreBad() {
    assertThat(judge(PUNCTUAL, figure(P99, 5, 100, 300))).isInstanceOf(Bad.class);
    assertThat(judge(PUNCTUAL, figure(P99, Double.NaN, 0, 400))).isInstanceOf(Bad.class);
  }

  @Test
  void usersWhoPileUpAreBad() {
    List<Integer> growing = IntStream.range(100, 160).boxed().toList();
    StepFigures figures = new StepFigures(PUNCTUAL, List.of(), growing);

    assertThat(StepJudge.judge(figures).sentence()).startsWith("bad: Users in flight: growth 0.4");
  }

  private static StepVerdict judge(Offered offered, PromiseFigure... figures) {
    return StepJudge.judge(new StepFigures(offered, List.of(figures), List.of()));
  }

  private static PromiseFigure figure(Promise promise, double value, long count, long failures) {
    return new PromiseFigure(promise, new Measured(value, Interval.UNKNOWN, count, failures));
  }
}
