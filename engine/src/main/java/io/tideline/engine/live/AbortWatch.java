package io.tideline.engine.live;

import io.tideline.engine.plan.Slo;
import java.util.List;
import java.util.Optional;

/**
 * Says whether an SLO has been broken for so long that the run is to be stopped.
 *
 * <p>Broken for its whole window means: broken over the window, and in each of up to five equal
 * parts of it that has any requests of the scope; more than half of the parts must have some, and
 * the window as many as the rule asks for. So neither one early error nor a burst of them within a
 * few seconds stops a run. A pure function of the window.
 */
public final class AbortWatch {
  private static final int PARTS = 5;

  private final List<AbortRule> rules;
  private final int notBefore;

  /**
   * @param rules in the order in which they are asked
   * @param notBefore first second that counts, on the log's clock: the end of the warm-up
   */
  public AbortWatch(List<AbortRule> rules, int notBefore) {
    this.rules = List.copyOf(rules);
    this.notBefore = notBefore;
  }

  /**
   * The first rule that is broken at the end of second {@code until}, or, where the window is not
   * complete up to there, at its watermark.
   */
  public Optional<Abort> check(LiveWindow window, int until) {
    int to = Math.min(until, window.watermark());
    return rules.stream().flatMap(rule -> broken(rule, window, to).stream()).findFirst();
  }

  private Optional<Abort> broken(AbortRule rule, LiveWindow window, int to) {
    int from = to - rule.seconds();
    if (from < notBefore || from < 0 || !window.covers(new Seconds(from, to))) {
      return Optional.empty();
    }
    Seconds during = new Seconds(from, to);
    Figures figures = window.figures(rule.slo().scope(), during);
    long count = figures.countOf(rule.slo().metric());
    double value = figures.value(rule.slo().metric());
    boolean broken = count >= rule.least() && value > rule.slo().limit();
    return broken && throughout(rule.slo(), window, during)
        ? Optional.of(new Abort(rule, during, value, count))
        : Optional.empty();
  }

  private static boolean throughout(Slo slo, LiveWindow window, Seconds during) {
    int parts = Math.min(PARTS, during.length());
    int filled = 0;
    for (int i = 0; i < parts; i++) {
      Figures part = window.figures(slo.scope(), during.part(i, parts));
      if (part.countOf(slo.metric()) > 0) {
        filled++;
        if (part.value(slo.metric()) <= slo.limit()) {
          return false;
        }
      }
    }
    return 2 * filled > parts;
  }
}
