package io.tideline.reports.band;

import io.tideline.reports.band.Trial.Outcome;
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
    List<Outcome> outcomes = Screening.of(trials, settings.chances());
    long together = trials.stream().filter(Trial::together).count();
    List<Answer> answers = new ArrayList<>();
    int next = 0;
    for (Case asked : cases) {
      List<Trial> own = asked.trials();
      boolean many = own.stream().anyMatch(Trial::together);
      double chance = settings.chances().screen() / (many ? together : 1);
      answers.add(asked.answer(outcomes.subList(next, next + own.size()), chance));
      next += own.size();
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
