package io.tideline.engine.search;

import io.tideline.engine.search.StepVerdict.Bad;
import io.tideline.engine.search.StepVerdict.Good;
import io.tideline.engine.search.StepVerdict.Saturated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Judges one step by its figures; nothing else enters.
 *
 * <p>First the generator: when users started late beyond the limit, the step says nothing about the
 * target. Then the target: it is bad when at least 1 % of the users due did not start though starts
 * were punctual, when a promise is broken, or when users in flight grow (see {@link Growth}).
 *
 * <p>A percentile is that of the whole measured part; its interval from equal sections is shown,
 * and does not decide: the search repeats steps to learn how much they differ, and its fit takes
 * the doubt into account once. A promise with too few requests is not judged, unless failures
 * explain the lack.
 */
public final class StepJudge {
  private static final double MISSED_LIMIT = 0.01;

  private StepJudge() {}

  /** What the figures come to. */
  public static StepVerdict judge(StepFigures figures) {
    Offered offered = figures.offered();
    if (offered.lagP99Millis() > offered.lagLimitMillis()) {
      return new Saturated(late(offered));
    }
    List<Breach> breaches = breaches(figures);
    return breaches.isEmpty() ? new Good(unjudged(figures)) : new Bad(breaches);
  }

  private static String late(Offered offered) {
    return String.format(
        Locale.ROOT,
        "users started %.1f ms late at p99, at most %.1f allowed; %d of %d started",
        offered.lagP99Millis(),
        offered.lagLimitMillis(),
        offered.achieved(),
        offered.due());
  }

  private static List<Breach> breaches(StepFigures figures) {
    List<Breach> breaches = new ArrayList<>();
    double missed = figures.offered().missed();
    if (missed > MISSED_LIMIT) {
      breaches.add(new Breach(Breach.LOAD, "missed share", missed, MISSED_LIMIT));
    }
    figures.promises().stream().filter(PromiseFigure::isBroken).forEach(f -> breaches.add(of(f)));
    Growth.of(figures.inFlight(), figures.offered().achieved()).ifPresent(breaches::add);
    breaches.sort(Comparator.comparingDouble(Breach::excess).reversed());
    return breaches;
  }

  private static Breach of(PromiseFigure figure) {
    Promise promise = figure.promise();
    return new Breach(
        promise.scope(), promise.metric(), figure.measured().value(), promise.limit());
  }

  private static List<String> unjudged(StepFigures figures) {
    return figures.promises().stream()
        .filter(PromiseFigure::isTooLittle)
        .map(StepJudge::lacking)
        .toList();
  }

  private static String lacking(PromiseFigure figure) {
    Promise promise = figure.promise();
    return String.format(
        Locale.ROOT,
        "%s: %s needs %d requests, there were %d",
        promise.scope(),
        promise.metric(),
        promise.least(),
        figure.measured().count());
  }
}
