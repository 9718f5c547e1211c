package io.tideline.reports.band;

import io.tideline.reports.band.Band.Confirmation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The tolerance band of a share of failures. Its logarithm will not do: a share may be 0, and is a
 * count. Runs of unchanged code are taken to fail with a probability of at most
 *
 * <pre>
 *   U * (1 + 1.645 * b)
 * </pre>
 *
 * where U is the upper bound of that of all earlier runs together (C. J. Clopper and E. S. Pearson,
 * 1934), and b how much runs differ beyond the chance of single requests, since failures come in
 * bursts: the relative deviation of their shares, less what the binomial distribution explains,
 * moderated as in {@link Spread} by an assumed 30 %.
 *
 * <p>A run stands out when so many failures, or more, come with a chance below the screen's at that
 * probability, and its share is above that of the earlier runs by a tenth of a per cent.
 */
final class ErrorBand {
  /** Least difference of shares that matters. */
  static final double LEAST = 0.001;

  private static final double ASSUMED_BURST = 0.3;
  private static final double ONE_SIDED_95 = 1.645;
  private static final int HALVINGS = 50;

  private final int runs;
  private final Errors pooled;
  private final double probability;
  private final BandSettings settings;

  private ErrorBand(List<Errors> level, double probability, BandSettings settings) {
    this.runs = level.size();
    this.pooled = Errors.sum(level);
    this.probability = probability;
    this.settings = settings;
  }

  /**
   * The band of earlier runs.
   *
   * @param marked positions of those that were suspected themselves: all of them count for the
   *     bursts, the worst is left out of the level
   */
  static ErrorBand of(List<Errors> earlier, Set<Integer> marked, BandSettings settings) {
    List<Errors> level =
        Marks.withoutWorst(earlier, marked, Comparator.comparingDouble(Errors::share));
    double bound = upperBound(Errors.sum(level), settings.chances().screen());
    double bursts = 1 + ONE_SIDED_95 * burst(earlier, settings.priorFreedom());
    return new ErrorBand(level, Math.min(1, bound * bursts), settings);
  }

  /** How many runs the level is made of. */
  int levelRuns() {
    return runs;
  }

  /** How much shares differ from run to run, beyond what single requests explain. */
  private static double burst(List<Errors> earlier, double priorFreedom) {
    Moments shares = Moments.of(earlier.stream().map(Errors::share).toList());
    double squares = priorFreedom * ASSUMED_BURST * ASSUMED_BURST;
    if (shares.mean() > 0) {
      double requests = (double) Errors.sum(earlier).requests() / earlier.size();
      double single = shares.freedom() * shares.mean() * (1 - shares.mean()) / requests;
      squares += Math.max(0, shares.squares() - single) / (shares.mean() * shares.mean());
    }
    return Math.sqrt(squares / (priorFreedom + shares.freedom()));
  }

  /** The share of the earlier runs together. */
  double expected() {
    return pooled.share();
  }

  /** How likely as many failures, or more, are. */
  double chance(Errors run) {
    return binomial(run.requests(), probability).survivalProbability(whole(run.failed()) - 1);
  }

  boolean matters(Errors run) {
    return run.share() > expected() + LEAST;
  }

  Confirmation confirm(List<Errors> fresh) {
    Errors all = Errors.sum(fresh);
    double allowed = settings.chances().confirmBeside(1.0 / runs);
    return new Confirmation(all.share() - expected(), chance(all) / allowed, matters(all));
  }

  /** The largest share that does not stand out among {@code requests}. */
  double limit(long requests) {
    return limit(requests, settings.chances().screen());
  }

  /**
   * The largest share of all fresh runs together that confirms nothing.
   *
   * @param level most luck that confirms
   */
  double confirmLimit(long requests, double level) {
    return limit(requests, level * settings.chances().confirmBeside(1.0 / runs));
  }

  private double limit(long requests, double chance) {
    int failed = binomial(requests, probability).inverseSurvivalProbability(chance);
    return Math.max((double) failed / requests, Math.min(1, expected() + LEAST));
  }

  /** The share that stands out among {@code requests} with the wanted power. */
  double detectable(long requests) {
    int limit = (int) Math.floor(limit(requests) * requests);
    double power = settings.chances().power();
    double low = expected();
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      boolean found = binomial(requests, middle).survivalProbability(limit) >= power;
      low = found ? low : middle;
      high = found ? middle : high;
    }
    return high;
  }

  private static double upperBound(Errors errors, double chance) {
    if (errors.failed() == errors.requests()) {
      return 1;
    }
    return BetaDistribution.of(errors.failed() + 1.0, errors.requests() - errors.failed())
        .inverseSurvivalProbability(chance);
  }

  private static BinomialDistribution binomial(long requests, double probability) {
    return BinomialDistribution.of(whole(requests), probability);
  }

  private static int whole(long count) {
    return (int) Math.min(Integer.MAX_VALUE, count);
  }
}
