package io.tideline.reports.gate;

import io.tideline.engine.plan.Plan;
import io.tideline.reports.band.Abba;
import io.tideline.reports.band.Answer;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.band.Comparison;
import io.tideline.reports.band.Direction;
import io.tideline.reports.band.Judgement;
import io.tideline.reports.band.Question;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Gauge.Figure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a candidate is worse than the baseline that it was run in turns with: a check for each of
 * {@link Gauges} but the errors, which have their promise. Figures are those of the candidate's two
 * runs together, their geometric mean, and the baseline's likewise.
 */
final class PairedChecks {
  private final List<MeasuredRun> runs;
  private final List<List<MeasuredRun>> confirming;
  private final BandSettings settings;

  private PairedChecks(Paired session, BandSettings settings) {
    this.runs = runs(session);
    this.confirming = session.confirming().stream().map(PairedChecks::runs).toList();
    int sessions = session.confirming().size();
    boolean enough = sessions >= BandSettings.Runs.FEWEST_CONFIRMING;
    this.settings = enough ? settings.confirmedBy(sessions) : settings;
  }

  private static List<MeasuredRun> runs(Paired session) {
    return MeasuredRun.all(
        List.of(
            session.baseline(),
            session.candidate(),
            session.candidateAgain(),
            session.baselineAgain()));
  }

  /** The checks on the candidate, compared as its own plan has it. */
  static List<Check> of(Paired session, BandSettings settings) {
    Plan plan = session.candidate().plan();
    BandSettings asked = plan == null ? settings : Earlier.planned(settings, plan.regression());
    return new PairedChecks(session, asked).checks();
  }

  private List<Check> checks() {
    List<Gauge> asked = new ArrayList<>();
    List<Abba> sessions = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    for (Gauge gauge : Gauges.of(runs.get(1))) {
      Abba session = gauge.figure() == Figure.ERRORS ? null : abba(gauge, runs);
      if (session != null) {
        asked.add(gauge);
        sessions.add(session);
        questions.add(
            new Question.OfPairs(
                gauge.id(), gauge.measure(), session, List.of(), confirming(gauge)));
      }
    }
    List<Answer> answers = Judgement.of(questions, settings);
    List<Check> checks = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      checks.add(check(asked.get(i), sessions.get(i), answers.get(i)));
    }
    return checks;
  }

  private static @Nullable Abba abba(Gauge gauge, List<MeasuredRun> runs) {
    List<Double> values = new ArrayList<>();
    for (MeasuredRun run : runs) {
      Double value = run.value(gauge);
      if (value == null || !(value > 0)) {
        return null;
      }
      values.add(value);
    }
    return new Abba(values.get(0), values.get(1), values.get(2), values.get(3));
  }

  private List<Abba> confirming(Gauge gauge) {
    List<Abba> sessions = new ArrayList<>();
    for (List<MeasuredRun> each : confirming) {
      Abba session = abba(gauge, each);
      if (session != null) {
        sessions.add(session);
      }
    }
    return sessions;
  }

  private Check check(Gauge gauge, Abba session, Answer answer) {
    double baseline = Math.sqrt(session.baseline() * session.baselineAgain());
    Comparison ratios = answer.comparison();
    Comparison comparison = ratios == null ? null : ratios.times(baseline);
    double candidate = baseline * session.ratio();
    return new Check(
        "paired/" + gauge.id().replaceFirst("^regression/", ""),
        Kind.REGRESSION,
        gauge.scope(),
        gauge.figure().key(),
        candidate,
        comparison == null ? null : limit(gauge, comparison),
        gauge.figure().unit(),
        runs.get(1).samples(gauge) + runs.get(2).samples(gauge),
        status(gauge, answer),
        ScopeName.of(gauge.scope())
            + ": "
            + gauge.figure().key()
            + " "
            + gauge.figure().text(candidate)
            + ", "
            + answer.sentence(),
        comparison);
  }

  private static Double limit(Gauge gauge, Comparison comparison) {
    return gauge.measure().worse() == Direction.RISING ? comparison.high() : comparison.low();
  }

  private Status status(Gauge gauge, Answer answer) {
    if (answer instanceof Answer.Fail) {
      return gauge.key() || settings.requestsGated() ? Status.FAIL : Status.WARN;
    }
    if (answer instanceof Answer.Warn) {
      return Status.WARN;
    }
    return answer instanceof Answer.Pass ? Status.PASS : Status.INSUFFICIENT;
  }
}
