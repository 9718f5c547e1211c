package io.tideline.reports.soak;

import io.tideline.engine.plan.DriftPlan;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.drift.Drift;
import io.tideline.reports.drift.DriftRule;
import io.tideline.reports.drift.EarlierSoaks;
import io.tideline.reports.drift.Family;
import io.tideline.reports.drift.LoadCourse;
import io.tideline.reports.drift.Question;
import io.tideline.reports.drift.Question.Scale;
import io.tideline.reports.soak.RequestSeries.Percentile;
import io.tideline.reports.stats.JourneyRow;
import io.tideline.reports.stats.ResourceRow;
import io.tideline.reports.stats.Resources;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A run as the series that must not grow, judged together. */
public final class Soak {
  private final Run run;
  private final DriftPlan settings;
  private final Layout layout;
  private final Cutter cutter;

  private Soak(Run run, DriftPlan settings) {
    this.run = run;
    this.settings = settings;
    this.layout = Layout.of(PlanHours.of(run, settings.skip()), settings);
    this.cutter = new Cutter(layout);
  }

  /** Why the run as a whole is too short to tell anything; null when it is not. */
  public static @Nullable String tooShort(Run run, DriftPlan settings) {
    return new Soak(run, settings).layout.tooShort();
  }

  /**
   * What became of each signal, resources first.
   *
   * @param earlier healthy soaks of the same plan; fewer than three are no matter
   * @param level of the rule, over all signals together
   */
  public static List<Trend> judge(Run run, DriftPlan settings, List<Run> earlier, double level) {
    Soak soak = new Soak(run, settings);
    List<Signal> signals = soak.signals();
    List<Soak> past = earlier.stream().map(each -> new Soak(each, settings)).toList();
    DriftRule rule = new DriftRule(level, settings.growth());
    List<Cut> cuts = signals.stream().map(soak::cut).toList();
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      Signal signal = signals.get(i);
      questions.add(soak.question(signal, cuts.get(i), slopes(signal, past, rule)));
    }
    List<Drift> answers = Family.judge(questions, rule);
    List<Trend> trends = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      trends.add(soak.trend(signals.get(i), cuts.get(i), questions.get(i), answers.get(i)));
    }
    return trends;
  }

  private static EarlierSoaks slopes(Signal signal, List<Soak> past, DriftRule rule) {
    double[] shares =
        past.stream()
            .map(soak -> rule.of(soak.question(signal, soak.cut(signal), EarlierSoaks.NONE)))
            .filter(Drift::isJudged)
            .mapToDouble(Drift::share)
            .toArray();
    return new EarlierSoaks(shares);
  }

  private List<Signal> signals() {
    List<Signal> signals = new ArrayList<>(resources());
    Set<Scope> scopes = new LinkedHashSet<>(List.of(Scope.EVERYTHING));
    run.journeys().stream()
        .map(JourneyRow::journey)
        .forEach(journey -> scopes.add(new Scope(journey, null, null)));
    for (Scope scope : scopes) {
      for (Percentile percentile : Percentile.values()) {
        signals.add(new Signal(Sort.LATENCY, "", percentile.key(), scope, null));
      }
    }
    signals.add(new Signal(Sort.THROUGHPUT, "", "throughput", Scope.EVERYTHING, null));
    return signals;
  }

  /** Heap in use is a signal only of a source that does not tell what is left after collections. */
  private List<Signal> resources() {
    Resources resources = run.resources();
    if (resources == null) {
      return List.of();
    }
    List<Signal> signals = new ArrayList<>();
    for (ResourceRow row : resources.rows()) {
      Sort sort = Sort.of(row).orElse(null);
      boolean better =
          row.name().equals("heap")
              && resources.rows().stream()
                  .anyMatch(
                      other ->
                          other.source().equals(row.source())
                              && other.name().startsWith("heap after"));
      if (sort != null && !better && !settings.ignored().contains(row.name())) {
        signals.add(new Signal(sort, row.source(), row.name(), Scope.EVERYTHING, row.unit()));
      }
    }
    return signals;
  }

  private @Nullable ResourceRow row(Signal signal) {
    Resources resources = run.resources();
    return resources == null
        ? null
        : resources.rows().stream()
            .filter(row -> row.source().equals(signal.source()))
            .filter(row -> row.name().equals(signal.name()))
            .findFirst()
            .orElse(null);
  }

  private Cut cut(Signal signal) {
    PlanHours hours = layout.hours();
    return switch (signal.sort()) {
      case LATENCY ->
          cutter.cut(
              new RequestSeries(
                  run.timeLine(),
                  signal.scope(),
                  signal.name().equals(Percentile.P50.key()) ? Percentile.P50 : Percentile.P99,
                  hours));
      case THROUGHPUT -> cutter.cut(new ThroughputSeries(run.timeLine(), hours));
      default -> cutResource(signal);
    };
  }

  private Cut cutResource(Signal signal) {
    ResourceRow row = row(signal);
    Resources resources = run.resources();
    return row == null || resources == null
        ? cutter.cut(new Unknown())
        : cutter.cut(
            new ResourceSeries(row, signal.sort(), resources.intervalSeconds(), layout.hours()));
  }

  /** Of a resource that an earlier run did not have. */
  private static final class Unknown implements Cutter.Series {
    @Override
    public @Nullable Double value(double fromSeconds, double toSeconds) {
      return null;
    }

    @Override
    public String need() {
      return "anything";
    }
  }

  private Question question(Signal signal, Cut cut, EarlierSoaks earlier) {
    Scale scale = signal.unit() == null ? Scale.LOGARITHM : Sort.scale(signal.unit());
    LoadLevel level = new LoadLevel(run.timeLine(), layout.hours());
    double[] loads = level.of(cut.blocks(), cut.blockHours());
    LoadCourse course = level.course(cut.blockHours());
    return new Question(cut.blocks(), loads, scale, earlier, course);
  }

  private Trend trend(Signal signal, Cut cut, Question question, Drift drift) {
    return new Trend(
        signal,
        drift,
        DriftRule.atEqualLoad(question),
        cut.blockHours(),
        limit(signal),
        cut.lack());
  }

  /** What the plan says, or else the target; of heap after a collection also that of the heap. */
  private @Nullable Double limit(Signal signal) {
    Double planned = settings.limits().get(signal.name());
    ResourceRow row = row(signal);
    if (planned != null || row == null) {
      return planned;
    }
    Double told = row.limit();
    if (told != null || signal.sort() != Sort.HEAP) {
      return told;
    }
    Signal heap = new Signal(Sort.HEAP, signal.source(), "heap", Scope.EVERYTHING, signal.unit());
    ResourceRow whole = row(heap);
    return whole == null ? null : whole.limit();
  }
}
