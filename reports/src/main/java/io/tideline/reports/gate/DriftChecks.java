package io.tideline.reports.gate;

import io.tideline.engine.plan.DriftPlan;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.drift.Drift.Answer;
import io.tideline.reports.drift.DriftRule;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.soak.Signal;
import io.tideline.reports.soak.Soak;
import io.tideline.reports.soak.Trend;
import io.tideline.reports.stats.Ending;
import io.tideline.reports.stats.Resources;
import io.tideline.reports.stats.Resources.Source;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the target is at the end of a run what it was at its start: a check for each resource
 * that can leak, for response times of all requests and of each journey, and for what gets done at
 * the load there is. What the answers mean, and how often they err, is in docs/soak.md.
 *
 * <p>A leak fails. What grows ever more slowly, or of so many series might by chance, is a warning.
 * A run that ended before its time is judged as far as it went.
 */
public final class DriftChecks {
  private static final String UNIT = "share/h";
  private static final double MILLIS_PER_HOUR = 3.6e6;

  private DriftChecks() {}

  /**
   * The checks on {@code run}; none when its plan does not ask for them.
   *
   * @param earlier accepted runs of the same plan; from three on they are what is compared with
   */
  public static List<Check> of(Run run, List<Run> earlier) {
    DriftPlan settings = settings(run);
    return settings == null ? List.of() : of(run, settings, earlier);
  }

  /**
   * What leaks badly in a run that goes on: what is about to reach its limit, or where none is
   * known has grown fourfold. Anything less may be a fill that ends, and is left to the end of the
   * run.
   *
   * @param run as far as it has come
   */
  public static List<Check> look(Run run) {
    DriftPlan settings = settings(run);
    DriftPlan.Look look = settings == null ? null : settings.look();
    if (settings == null || look == null || Soak.tooShort(run, settings) != null) {
      return List.of();
    }
    List<Trend> trends =
        Soak.judge(run, settings, List.of(), look.level()).stream()
            .filter(trend -> trend.drift().rise() > DriftRule.RISE_UNDER_WAY)
            .filter(trend -> trend.leaksBadly(planned(run)))
            .toList();
    return checks(run, settings, trends).stream()
        .filter(check -> check.status() == Status.FAIL)
        .toList();
  }

  /** Hours of the plan that the run would last. */
  private static double planned(Run run) {
    Plan plan = run.plan();
    return plan == null
        ? 0
        : plan.load().speedup()
            * plan.load().phases().stream()
                .mapToDouble(phase -> phase.duration().toMillis() / MILLIS_PER_HOUR)
                .sum();
  }

  private static @Nullable DriftPlan settings(Run run) {
    Plan plan = run.plan();
    return plan == null || run.capacity() != null ? null : plan.drift();
  }

  private static List<Check> of(Run run, DriftPlan settings, List<Run> earlier) {
    String tooShort = Soak.tooShort(run, settings);
    if (tooShort != null) {
      return List.of(tooShort(run, tooShort));
    }
    List<Check> checks = new ArrayList<>();
    checks.addAll(silentSources(run));
    checks.addAll(checks(run, settings, Soak.judge(run, settings, earlier, settings.level())));
    return checks;
  }

  private static Check tooShort(Run run, String reason) {
    boolean early = run.info().ending() != Ending.COMPLETED;
    return insufficient(
        "drift/length",
        "length",
        "Too short to tell a leak: "
            + reason
            + (early ? "; let it run to its end" : "; run longer, or take shorter blocks"));
  }

  private static Check insufficient(String id, String metric, String sentence) {
    return new Check(
        id, Kind.DRIFT, Scope.EVERYTHING, metric, null, null, "", 0, Status.INSUFFICIENT, sentence);
  }

  /** Of a source that never told anything there is no resource that could be judged. */
  private static List<Check> silentSources(Run run) {
    Resources resources = run.resources();
    Plan plan = run.plan();
    if (resources == null && plan != null && !plan.target().resources().isEmpty()) {
      return List.of(
          insufficient(
              "drift/source",
              "source",
              "Resources: the plan has sources of them, and there is no record of what they said;"
                  + " copy the whole folder, or run again"));
    }
    return resources == null
        ? List.of()
        : resources.sources().stream()
            .filter(source -> source.samples() == 0)
            .map(DriftChecks::silent)
            .toList();
  }

  private static Check silent(Source source) {
    String reason = source.gaps().isEmpty() ? "no answer" : source.gaps().get(0).reason();
    return insufficient(
        "drift/source/" + source.name(),
        "source",
        source.name()
            + ": told nothing in the whole run ("
            + reason
            + "), so that nobody knows what the target holds; see to it that it answers");
  }

  private static List<Check> checks(Run run, DriftPlan settings, List<Trend> trends) {
    boolean many = run.resources() != null && run.resources().sources().size() > 1;
    long judged = trends.stream().filter(trend -> trend.drift().isJudged()).count();
    DriftWords words = new DriftWords(run, judged, many);
    return trends.stream().map(trend -> check(trend, settings, words)).toList();
  }

  private static Check check(Trend trend, DriftPlan settings, DriftWords words) {
    Signal signal = trend.signal();
    boolean told = trend.drift().isJudged();
    Double usual = trend.drift().usual();
    double limit = usual == null ? settings.growth() / 24 : usual;
    boolean within = words.isBelowTheClock(trend);
    return new Check(
        id(signal, words),
        Kind.DRIFT,
        signal.scope(),
        signal.name(),
        told ? (Double) trend.drift().share() : null,
        told ? (Double) limit : null,
        told ? UNIT : "",
        trend.drift().blocks(),
        within ? Status.PASS : status(trend.answer()),
        words.sentence(trend),
        null,
        trend);
  }

  private static String id(Signal signal, DriftWords words) {
    if (signal.sort().isResource()) {
      return "drift/" + words.name(signal);
    }
    String journey = signal.scope().journey();
    return "drift/" + (journey == null ? "all" : journey) + "/" + signal.name();
  }

  private static Status status(Answer answer) {
    return switch (answer) {
      case LEAK -> Status.FAIL;
      case CONVERGING, SUSPECTED -> Status.WARN;
      case STABLE -> Status.PASS;
      case UNDECIDED, TOO_SHORT, ENTANGLED -> Status.INSUFFICIENT;
    };
  }
}
