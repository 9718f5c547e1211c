package io.tideline.reports.gate;

import io.tideline.reports.band.BandSettings;
import io.tideline.reports.band.Comparison;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That a run seems to be worse than its baseline, and nothing has confirmed it. It fails nobody: of
 * unchanged code about one key metric in twenty is above its band. But it is the first thing to be
 * said of such a run.
 *
 * @param metrics how many metrics are beyond their bands, with nothing to confirm it
 * @param compared how many were compared
 * @param largest the check of the one that changed most
 */
public record Suspicion(int metrics, int compared, Check largest) {
  private static final double PERCENT = 100;
  private static final String ID = "regression/unconfirmed";

  /** The suspicion that checks leave open; null when they leave none. */
  static @Nullable Suspicion of(List<Check> checks) {
    List<Check> open = checks.stream().filter(Suspicion::isOpen).toList();
    long compared = checks.stream().filter(Suspicion::isCompared).count();
    return open.stream()
        .max(Comparator.comparingDouble(Suspicion::change))
        .map(largest -> new Suspicion(open.size(), (int) compared, largest))
        .orElse(null);
  }

  /** Whether a check is beyond its band, with too few confirmation runs to say more. */
  public static boolean isOpen(Check check) {
    Comparison comparison = check.comparison();
    return check.status() == Status.WARN
        && comparison != null
        && comparison.confirming().size() < BandSettings.Runs.FEWEST_CONFIRMING;
  }

  private static boolean isCompared(Check check) {
    return check.kind() == Kind.REGRESSION && check.comparison() != null;
  }

  private static double change(Check check) {
    Double ratio = ratio(check);
    return ratio == null || !(ratio > 0) ? 0 : Math.abs(Math.log(ratio));
  }

  private static @Nullable Double ratio(Check check) {
    Comparison comparison = check.comparison();
    return comparison == null ? null : comparison.ratio();
  }

  /** As many confirmation runs as are advised. */
  public int confirm() {
    return BandSettings.STANDARD.runs().confirming();
  }

  /** How many of how many. */
  public String summary() {
    return "unconfirmed suspicion: "
        + metrics
        + " of "
        + Figures.count(compared, "compared metric")
        + (metrics == 1 ? " is" : " are")
        + (isFalling() ? " beyond" : " above")
        + (metrics == 1 ? " its band" : " their bands");
  }

  /** How many, which most, and what would confirm it: one sentence, without its full stop. */
  public String sentence() {
    return summary()
        + (metrics == 1 ? ", " : ", the largest ")
        + name()
        + "; to confirm it, make the run again with -Dconfirm="
        + confirm()
        + (largest.id().startsWith("paired/")
            ? ""
            : ", or give runs of the same build to: java -jar reports/target/tideline.jar gate RUN"
                + " --history DIR --confirm RUN --confirm RUN");
  }

  private boolean isFalling() {
    Double ratio = ratio(largest);
    return ratio != null && ratio < 1;
  }

  /** For example {@code All requests: p95 (+41 %)}. */
  private String name() {
    Double ratio = ratio(largest);
    String change =
        ratio == null ? "" : String.format(Locale.ROOT, " (%+.0f %%)", PERCENT * (ratio - 1));
    return ScopeName.of(largest.scope()) + ": " + largest.metric() + change;
  }

  /** The suspicion as one check, for those who list checks. */
  public Check check() {
    return largest.standingFor(ID, Status.WARN, sentence());
  }
}
