package io.tideline.reports.band;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The band that is shown is the band that decided, whatever is asked together with it. */
class DecidedBandTest {
  private static final Pattern ENDS =
      Pattern.compile(
          "^([\\d.,]+ (?:%|points) (?:above|below)|level with) .* band that ends"
              + " ([\\d.,]+ (?:%|points) (?:above|below)|level with)[;,]");

  /** A run of some metrics, shifted by as much as it pleases, with or without anchor and marks. */
  private static List<Question> questions(SplittableRandom random) {
    int earlier = 3 + random.nextInt(20);
    int fresh = random.nextInt(3) == 0 ? 0 : 2 + random.nextInt(4);
    double shift = random.nextInt(3) == 0 ? 0 : 0.3 * random.nextDouble();
    double freshShift = shift * random.nextInt(2);
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < 5 + random.nextInt(30); i++) {
      boolean falling = random.nextInt(5) == 0;
      double own = falling ? -shift : shift * random.nextDouble();
      questions.add(
          new Question.OfValue(
              "f" + i,
              new Measure(
                  falling ? Direction.FALLING : Direction.RISING,
                  random.nextInt(4) == 0,
                  random.nextInt(4) > 0),
              value(random, own),
              values(random, earlier, 0),
              random.nextInt(3) == 0 ? values(random, 10, -0.2 * random.nextDouble()) : List.of(),
              values(random, fresh, falling ? -freshShift : freshShift),
              random.nextBoolean() ? Marks.NONE : new Marks(Set.of(0, 2), Set.of(1))));
    }
    questions.add(errors(random, earlier, fresh, shift));
    return questions;
  }

  private static Question errors(SplittableRandom random, int earlier, int fresh, double shift) {
    List<Errors> before = new ArrayList<>();
    List<Errors> after = new ArrayList<>();
    for (int i = 0; i < earlier; i++) {
      before.add(new Errors(random.nextInt(12), 2_000));
    }
    for (int i = 0; i < fresh; i++) {
      after.add(new Errors(random.nextInt(30), 2_000));
    }
    int failed = random.nextInt(10 + (int) (200 * shift));
    return new Question.OfErrors(
        "errors", new Errors(failed, 2_000), before, List.of(), after, Marks.NONE);
  }

  private static double value(SplittableRandom random, double shift) {
    return 100 * Math.exp(shift + 0.03 * random.nextGaussian());
  }

  private static List<Double> values(SplittableRandom random, int count, double shift) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(value(random, shift));
    }
    return values;
  }

  private static BandSettings settings(List<Question> questions) {
    Map<String, Double> noise = new HashMap<>();
    questions.forEach(question -> noise.put(question.id(), 0.03));
    return BandSettings.STANDARD.calibrated(new Calibration(noise, 20));
  }

  private static boolean isBeyond(Question question, double value, double limit) {
    boolean falling =
        question instanceof Question.OfValue of && of.measure().worse() == Direction.FALLING;
    return falling ? value < limit : value > limit;
  }

  private static double limit(Question question, Comparison figures) {
    boolean falling =
        question instanceof Question.OfValue of && of.measure().worse() == Direction.FALLING;
    return falling ? figures.low() : figures.high();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aValueIsBeyondTheLimitThatIsShownIfAndOnlyIfItIsSuspected(int seed) {
    int suspected = 0;
    for (int round = 0; round < 100; round++) {
      List<Question> questions = questions(new SplittableRandom(7_777L * seed + round));
      List<Answer> answers = Judgement.of(questions, settings(questions));
      for (int i = 0; i < answers.size(); i++) {
        Question question = questions.get(i);
        Answer answer = answers.get(i);
        Comparison figures = answer.comparison();
        boolean flagged = answer.sentence().contains("beyond ");
        suspected += flagged ? 1 : 0;

        assertThat(isBeyond(question, figures.value(), limit(question, figures)))
            .as(answer.sentence())
            .isEqualTo(flagged);
        if (answer instanceof Answer.Warn || answer instanceof Answer.Fail) {
          assertThat(flagged).as(answer.sentence()).isTrue();
        }
        if (figures.confirmation() != null) {
          assertThat(
                  isBeyond(
                      question, figures.confirmation().value(), figures.confirmation().limit()))
              .as(answer.sentence())
              .isEqualTo(answer instanceof Answer.Fail);
        }
        if (flagged) {
          assertThat(answer.sentence()).satisfies(DecidedBandTest::printsTwoFigures);
        }
      }
    }
    assertThat(suspected).isGreaterThan(100);
  }

  private static void printsTwoFigures(String sentence) {
    Matcher said = ENDS.matcher(sentence);
    if (said.find()) {
      assertThat(said.group(1)).as(sentence).isNotEqualTo(said.group(2));
    }
  }

  /** The case of the issue: thirty metrics, all of them slower, printed with Bonferroni's band. */
  @Test
  void whenEverythingIsSlowerTheBandIsThatOfTheStepAtWhichTheProcedureStopped() {
    List<Question> alone = new ArrayList<>();
    List<Question> all = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      List<Double> before = values(new SplittableRandom(i), 5, 0);
      Measure measure = new Measure(Direction.RISING, false, true);
      all.add(new Question.OfValue("f" + i, measure, 130, before, List.of(), List.of()));
      alone.add(
          new Question.OfValue("f" + i, measure, i == 0 ? 130 : 100, before, List.of(), List.of()));
    }

    double together = Judgement.of(all, settings(all)).get(0).comparison().high();
    double single = Judgement.of(alone, settings(alone)).get(0).comparison().high();

    assertThat(Judgement.of(all, settings(all))).allMatch(Answer.Warn.class::isInstance);
    assertThat(together).as("5 %, where all stand out").isLessThan(single);
  }
}
