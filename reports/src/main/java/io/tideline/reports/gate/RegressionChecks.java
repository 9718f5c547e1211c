package io.tideline.reports.gate;

import io.tideline.engine.plan.Plan;
import io.tideline.reports.band.Answer;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.band.Calibration;
import io.tideline.reports.band.Comparison;
import io.tideline.reports.band.Errors;
import io.tideline.reports.band.Judgement;
import io.tideline.reports.band.Marks;
import io.tideline.reports.band.Question;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Gauge.Figure;
import io.tideline.reports.stats.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run has become slower than earlier ones: a check for each of {@link Gauges}, in that
 * order, answered by tolerance bands. What the bands are and how often they err is in
 * docs/regression.md.
 */
public final class RegressionChecks {
  private final MeasuredRun run;
  private final List<MeasuredRun> accepted;
  private final List<MeasuredRun> anchor;
  private final List<MeasuredRun> confirming;
  private final BandSettings settings;
  private final Earlier.Remembered remembered;

  private RegressionChecks(Run run, Earlier earlier) {
    this.run = new MeasuredRun(run);
    this.accepted = MeasuredRun.all(earlier.accepted());
    this.anchor = MeasuredRun.all(earlier.anchor());
    this.confirming = MeasuredRun.all(earlier.confirming());
    this.settings = earlier.settings();
    this.remembered = earlier.remembered();
  }

  /**
   * The checks on {@code run}. Of figures that {@code run} has too few requests for there is none,
   * and while there are too few earlier runs only the key figures say so.
   */
  public static List<Check> of(Run run, Earlier earlier) {
    Plan plan = run.plan();
    Earlier asked = plan == null ? earlier : earlier.as(plan.regression());
    return new RegressionChecks(run, asked).checks();
  }

  /**
   * The noise of an environment.
   *
   * @param unchanged runs of unchanged code with one fingerprint, at least {@value
   *     Calibration#FEWEST_RUNS}
   * @throws IllegalArgumentException when there are fewer; the message is for the user
   */
  public static Calibration calibrate(List<Run> unchanged) {
    List<MeasuredRun> runs = MeasuredRun.all(inTime(unchanged));
    Map<String, List<Double>> values = new TreeMap<>();
    if (!runs.isEmpty()) {
      Gauges.of(runs.get(runs.size() - 1)).stream()
          .filter(gauge -> gauge.figure() != Figure.ERRORS)
          .forEach(gauge -> values.put(gauge.id(), present(runs, each -> each.value(gauge))));
    }
    return Calibration.of(values);
  }

  /** Neighbours in time resemble each other, which the noise has to make up for. */
  private static List<Run> inTime(List<Run> runs) {
    Comparator<@Nullable Instant> unknownFirst = Comparator.nullsFirst(Comparator.naturalOrder());
    return runs.stream()
        .sorted(Comparator.comparing(run -> run.info().start(), unknownFirst))
        .toList();
  }

  private List<Check> checks() {
    List<Gauge> asked = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    for (Gauge gauge : Gauges.of(run)) {
      Question question = question(gauge);
      if (question != null) {
        asked.add(gauge);
        questions.add(question);
      }
    }
    List<Answer> answers = Judgement.of(questions, settings);
    List<Check> checks = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Gauge gauge = asked.get(i);
      if (gauge.key() || answers.get(i).comparison() != null) {
        checks.add(check(gauge, answers.get(i)));
      }
    }
    return checks;
  }

  private @Nullable Question question(Gauge gauge) {
    if (gauge.figure() == Figure.ERRORS) {
      Errors errors = run.errors(gauge.scope());
      Function<MeasuredRun, @Nullable Errors> of = each -> each.errors(gauge.scope());
      return errors == null
          ? null
          : new Question.OfErrors(
              gauge.id(),
              errors,
              present(accepted, of),
              present(anchor, of),
              present(confirming, of),
              marks(gauge, of));
    }
    Double value = run.value(gauge);
    Function<MeasuredRun, @Nullable Double> of = each -> each.value(gauge);
    return value == null
        ? null
        : new Question.OfValue(
            gauge.id(),
            gauge.measure(),
            value,
            present(accepted, of),
            present(anchor, of),
            present(confirming, of),
            marks(gauge, of));
  }

  private <T> Marks marks(Gauge gauge, Function<MeasuredRun, @Nullable T> of) {
    return remembered.suspected().isEmpty()
        ? Marks.NONE
        : new Marks(suspected(accepted, gauge, of), suspected(anchor, gauge, of));
  }

  /** Positions, among the runs that have the figure, of those that were suspected for it. */
  private <T> Set<Integer> suspected(
      List<MeasuredRun> runs, Gauge gauge, Function<MeasuredRun, @Nullable T> of) {
    List<MeasuredRun> having = runs.stream().filter(each -> of.apply(each) != null).toList();
    return IntStream.range(0, having.size())
        .filter(i -> remembered.isSuspected(having.get(i).run(), gauge.id()))
        .boxed()
        .collect(Collectors.toSet());
  }

  private static <T> List<T> present(
      List<MeasuredRun> runs, Function<MeasuredRun, @Nullable T> value) {
    List<T> present = new ArrayList<>();
    for (MeasuredRun run : runs) {
      T each = value.apply(run);
      if (each != null) {
        present.add(each);
      }
    }
    return present;
  }

  private Check check(Gauge gauge, Answer answer) {
    Comparison comparison = answer.comparison();
    double value = value(gauge);
    Status status = status(gauge, answer);
    boolean bad = status == Status.FAIL || status == Status.WARN;
    String carriers =
        comparison != null && bad
            ? new Carriers(gauge, comparison.expected()).said(run, accepted)
            : "";
    return new Check(
        gauge.id(),
        Kind.REGRESSION,
        gauge.scope(),
        gauge.figure().key(),
        value,
        comparison == null ? null : limit(gauge, comparison),
        gauge.figure().unit(),
        run.samples(gauge),
        status,
        ScopeName.of(gauge.scope())
            + ": "
            + gauge.figure().key()
            + " "
            + gauge.figure().text(value)
            + ", "
            + answer.sentence()
            + carriers,
        comparison);
  }

  private double value(Gauge gauge) {
    return gauge.figure() == Figure.ERRORS
        ? run.pool(gauge.scope()).errorShare()
        : Objects.requireNonNull(run.value(gauge));
  }

  private static Double limit(Gauge gauge, Comparison comparison) {
    return switch (gauge.measure().worse()) {
      case RISING -> comparison.high();
      case FALLING -> comparison.low();
    };
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
