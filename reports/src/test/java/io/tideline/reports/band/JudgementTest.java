package io.tideline.reports.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final Measure LATENCY = new Measure(Direction.RISING, false, false);
  private static final Measure THROUGHPUT = new Measure(Direction.FALLING, false, false);
  private static final List<Double> EARLIER = List.of(98.0, 101.0, 100.0, 102.0, 99.0);
  private static final List<Double> NONE = List.of();
  private static final BandSettings CALIBRATED =
      BandSettings.STANDARD.calibrated(new Calibration(Map.of("p95", 0.02), 12));

  private static Answer answer(double value, List<Double> confirming) {
    return answer(new Question.OfValue("p95", LATENCY, value, EARLIER, NONE, confirming));
  }

  private static Answer answer(Question question) {
    return Judgement.of(List.of(question), CALIBRATED).get(0);
  }

  @Test
  void aRunWithinTheBandPassesAndSaysWhatWouldHaveBeenFound() {
    Answer answer = answer(101, NONE);

    assertThat(answer).isInstanceOf(Answer.Pass.class);
    assertThat(answer.sentence())
        .isEqualTo(
            "1.0 % above the mean of 5 earlier runs, within the band that ends 3.7 % above;"
                + " a rise of 5.7 % would be found");
    assertThat(answer.comparison().expected()).isCloseTo(99.99, within(0.01));
    assertThat(answer.comparison().ratio()).isCloseTo(1.0101, within(1e-4));
    assertThat(answer.comparison().earlier()).isEqualTo(EARLIER);
    assertThat(answer.comparison().calibrated()).isTrue();
  }

  @Test
  void aRunBeyondTheBandWarnsUntilFreshRunsSayMore() {
    assertThat(answer(110, NONE)).isInstanceOf(Answer.Warn.class);
    assertThat(answer(110, List.of(111.0))).isInstanceOf(Answer.Warn.class);
    assertThat(answer(110, NONE).sentence())
        .isEqualTo(
            "10 % above the mean of 5 earlier runs, beyond the band that ends 3.7 % above;"
                + " no fresh runs were made to confirm it");
  }

  @Test
  void freshRunsConfirmOrRefute() {
    Answer failed = answer(110, List.of(109.0, 110.0, 111.0));
    Answer passed = answer(110, List.of(100.0, 101.0, 99.0));

    assertThat(failed).isInstanceOf(Answer.Fail.class);
    assertThat(failed.sentence())
        .endsWith(
            "; confirmed by 3 fresh runs at 10 % above (limit 3.7 % above),"
                + " each worse than all 5 earlier ones"
                + " (as in 1 of 21 orders with the suspected run worse too)");
    assertThat(passed).isInstanceOf(Answer.Pass.class);
    assertThat(passed.sentence())
        .contains("; not confirmed by 3 fresh runs at level with (limit 3.8 % above);");
  }

  @Test
  void aBandThatIsTooWideForTheRiseAskedForIsInsufficient() {
    Question question = new Question.OfValue("p95", LATENCY, 101, EARLIER, NONE, NONE);

    Answer blind = Judgement.of(List.of(question), CALIBRATED.detecting(0.05)).get(0);
    Answer seeing = Judgement.of(List.of(question), CALIBRATED.detecting(0.07)).get(0);

    assertThat(blind).isInstanceOf(Answer.Insufficient.class);
    assertThat(blind.sentence())
        .endsWith(
            "; only a rise of 5.7 % would be found, and 5.0 % is asked for:"
                + " calibrate, add earlier runs, or run longer");
    assertThat(seeing).isInstanceOf(Answer.Pass.class);
  }

  @Test
  void twoEarlierRunsAreTooFew() {
    Answer answer =
        answer(new Question.OfValue("p95", LATENCY, 500, EARLIER.subList(0, 2), NONE, NONE));

    assertThat(answer).isInstanceOf(Answer.Insufficient.class);
    assertThat(answer.comparison()).isNull();
    assertThat(answer.sentence()).isEqualTo("2 earlier runs to compare with, 3 needed");
  }

  @Test
  void anEnvironmentThatNobodyMeasuredIsNamedSo() {
    Answer answer = answer(new Question.OfValue("other", LATENCY, 101, EARLIER, NONE, NONE));

    assertThat(answer.comparison().calibrated()).isFalse();
    assertThat(answer.sentence()).endsWith(" (uncalibrated)");
    assertThat(answer.comparison().high()).isGreaterThan(110);
  }

  @Test
  void lessThroughputIsWorseAndMoreIsNot() {
    Question less =
        new Question.OfValue("p95", THROUGHPUT, 90, EARLIER, NONE, List.of(90.0, 91.0, 89.0));
    Question more = new Question.OfValue("p95", THROUGHPUT, 110, EARLIER, NONE, NONE);

    assertThat(answer(less)).isInstanceOf(Answer.Fail.class);
    assertThat(answer(less).sentence()).startsWith("10 % below the mean of 5 earlier runs, beyond");
    assertThat(answer(more)).isInstanceOf(Answer.Pass.class);
    assertThat(answer(more).sentence()).contains("; if that is to last, begin a new epoch;");
  }

  @Test
  void onlyTheLatestEarlierRunsCount() {
    List<Double> long_ = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      long_.add(i < 10 ? 10.0 : 100.0);
    }

    Answer answer = answer(new Question.OfValue("p95", LATENCY, 100, long_, NONE, NONE));

    assertThat(answer.comparison().earlier()).hasSize(20).containsOnly(100.0);
  }

  @Test
  void creepIsFoundByTheAnchorAlone() {
    List<Double> anchor = List.of(80.0, 81.0, 79.0, 80.0);
    Answer answer =
        answer(
            new Question.OfValue(
                "p95", LATENCY, 101, EARLIER, anchor, List.of(100.0, 101.0, 102.0)));

    assertThat(answer).isInstanceOf(Answer.Fail.class);
    assertThat(answer.sentence())
        .startsWith(
            "26 % above the 4 runs of the anchor, beyond their band that ends 3.6 % above,"
                + " though 1.0 % above the latest: it crept; confirmed by 3 fresh runs");
    assertThat(answer.comparison().anchor().expected()).isCloseTo(80, within(0.1));
  }

  @Test
  void errorsAreComparedAsCounts() {
    List<Errors> earlier =
        List.of(new Errors(0, 5_000), new Errors(2, 5_000), new Errors(1, 5_000));
    Question calm =
        new Question.OfErrors("errors", new Errors(4, 5_000), earlier, List.of(), List.of());
    Question worse =
        new Question.OfErrors(
            "errors",
            new Errors(40, 5_000),
            earlier,
            List.of(),
            List.of(new Errors(30, 5_000), new Errors(45, 5_000)));

    assertThat(answer(calm)).isInstanceOf(Answer.Pass.class);
    assertThat(answer(worse)).isInstanceOf(Answer.Fail.class);
    assertThat(answer(worse).sentence())
        .startsWith("0.78 points above the share of 3 earlier runs, beyond the band that ends");
  }

  @Test
  void aPairedSessionNeedsNoHistory() {
    Abba same = new Abba(100, 107, 114, 121);
    Abba slower = new Abba(100, 121, 122, 101);
    Question calm = new Question.OfPairs("p95", LATENCY, same, NONE, List.of());
    Question worse = new Question.OfPairs("p95", LATENCY, slower, NONE, List.of(slower, slower));

    assertThat(same.ratio()).isCloseTo(1.004, within(1e-3));
    assertThat(answer(calm)).isInstanceOf(Answer.Pass.class);
    assertThat(answer(worse)).isInstanceOf(Answer.Fail.class);
    assertThat(answer(worse).sentence()).startsWith("21 % above the baseline, beyond the band");
  }

  @Test
  void whatHasNoLogarithmIsRefused() {
    assertThatThrownBy(() -> answer(0, NONE)).hasMessage("a value of 0.0 cannot be compared");
    assertThatThrownBy(() -> new Abba(1, 1, Double.NaN, 1))
        .hasMessage("a value of NaN cannot be compared");
  }
}
