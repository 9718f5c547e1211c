package io.tideline.reports.band;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers all questions about a run. They belong together: the more of them are asked, the more
 * often chance alone flags one, and the judgement makes up for that (see {@link Screening}).
 */
public final class Judgement {
  private final BandSettings settings;

  private Judgement(BandSettings settings) {
    this.settings = settings;
  }

  /** The answers, in the order of the questions. */
  public static List<Answer> of(List<Question> questions, BandSettings settings) {
    Judgement judgement = new Judgement(settings);
    return judgement.answers(questions.stream().map(judgement::asked).toList());
  }

  private List<Answer> answers(List<Case> cases) {
    List<Trial> trials = new ArrayList<>();
    cases.forEach(asked -> trials.addAll(asked.trials()));
    List<Ruling> rulings = Screening.rulings(trials, settings.chances());
    List<Answer> answers = new ArrayList<>();
    int next = 0;
    for (Case asked : cases) {
      int own = asked.trials().size();
      answers.add(asked.answer(rulings.subList(next, next + own)));
      next += own;
    }
    return answers;
  }

  private Case asked(Question question) {
    if (question instanceof Question.OfValue value) {
      return ValueCase.of(value, settings);
    }
    if (question instanceof Question.OfPairs pairs) {
      return ValueCase.of(pairs, settings);
    }
    return new ErrorCase((Question.OfErrors) question, settings);
  }
}
