package io.tideline.reports.gate;

import io.tideline.reports.band.Comparison;
import io.tideline.reports.band.Comparison.Confirmed;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.Rerun;
import io.tideline.reports.stats.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The same confirmed failure in three runs in a row or more: not a bad night, but a level that has
 * shifted and stayed. It is one finding, whatever the number of its metrics and nights, and it goes
 * on until the shift is mended or a person accepts it with a new epoch.
 *
 * @param runs how many in a row, the present one among them
 * @param first the first of them
 * @param covered checks of the present run that belong to it
 * @param largest the one of them that changed most
 * @param command what accepts it
 */
public record LastingShift(
    int runs, Failure first, Set<String> covered, Check largest, String command) {
  /** So many in a row make a shift lasting. */
  public static final int FEWEST = 3;

  private static final double PERCENT = 100;
  private static final int DATE = 10;
  private static final String ID = "regression/lasting";

  /** Unchangeable. */
  public LastingShift {
    covered = Set.copyOf(covered);
  }

  /** What a run was confirmed to be worse in; nothing when it was not. */
  public static Map<String, Double> worse(List<Check> checks) {
    Map<String, Double> worse = new TreeMap<>();
    for (Check check : checks) {
      if (isConfirmed(check)) {
        worse.put(check.id(), ratio(check));
      }
    }
    return worse;
  }

  private static boolean isConfirmed(Check check) {
    return check.kind() == Kind.REGRESSION
        && check.status() == Status.FAIL
        && check.comparison() != null;
  }

  /** By the confirmation runs: the run that was suspected was picked for being high. */
  private static double ratio(Check check) {
    Comparison comparison = check.comparison();
    if (comparison == null || !(comparison.expected() > 0)) {
      return 0;
    }
    Confirmed confirmed = comparison.confirmation();
    double value = confirmed == null ? comparison.value() : confirmed.value();
    return value / comparison.expected();
  }

  /**
   * The shift that a run belongs to; null when there is none.
   *
   * @param before confirmed failures of the runs just before it, the oldest first, with no run
   *     between them that passed
   * @param history folder of the history, for the command
   */
  static @Nullable LastingShift of(
      Run run, List<Check> checks, List<Failure> before, String history) {
    Map<String, Double> worse = worse(checks);
    Failure now = new Failure(run.info().id(), run.info().start(), worse, "");
    List<Failure> same = row(now, before);
    if (worse.isEmpty() || same.size() + 1 < FEWEST) {
      return null;
    }
    Set<String> covered =
        worse.keySet().stream()
            .filter(id -> same.stream().anyMatch(each -> each.worse().containsKey(id)))
            .collect(Collectors.toSet());
    Check largest =
        checks.stream()
            .filter(check -> isConfirmed(check) && covered.contains(check.id()))
            .max(Comparator.comparingDouble(LastingShift::change))
            .orElseThrow();
    return new LastingShift(
        same.size() + 1, same.get(0), covered, largest, command(same.get(0), history));
  }

  /** The end of {@code before} that is the same failure as {@code now}. */
  public static List<Failure> row(Failure now, List<Failure> before) {
    List<Failure> row = new ArrayList<>();
    for (int i = before.size() - 1; i >= 0 && before.get(i).isSameAs(now); i--) {
      row.add(0, before.get(i));
    }
    return row;
  }

  private static double change(Check check) {
    double ratio = ratio(check);
    return ratio > 0 ? Math.abs(Math.log(ratio)) : 0;
  }

  /** The whole command that accepts a shift from its first run on. */
  public static String command(Failure first, String history) {
    return "java -jar reports/target/tideline.jar history epoch "
        + Rerun.quoted(first.file())
        + " --history "
        + Rerun.quoted(history)
        + " --reason "
        + Rerun.quoted("shift since " + day(first) + " accepted");
  }

  private static String day(Failure failure) {
    Instant start = failure.start();
    return start == null ? failure.run() : start.toString().substring(0, DATE);
  }

  /** What lasts since when, and what would accept it: one sentence, without its full stop. */
  public String sentence() {
    int more = covered.size() - 1;
    return String.format(
        Locale.ROOT,
        "Lasting shift: %s: %s%s%s worse than the baseline in %d runs in a row, since run %s%s;"
            + " mend it, or accept it as the new baseline: %s",
        ScopeName.of(largest.scope()),
        largest.metric(),
        changed(),
        more == 0 ? " is" : " and " + Figures.count(more, "more metric") + " are",
        runs,
        first.run(),
        first.start() == null ? "" : " of " + first.start(),
        command);
  }

  private String changed() {
    double ratio = ratio(largest);
    return ratio > 0 ? String.format(Locale.ROOT, " (%+.0f %%)", PERCENT * (ratio - 1)) : "";
  }

  /** The shift as one check, for those who list checks. */
  public Check check() {
    return largest.standingFor(ID, Status.FAIL, sentence());
  }

  /** Whether a check is told by this one finding. */
  public boolean covers(Check check) {
    return covered.contains(check.id());
  }
}
