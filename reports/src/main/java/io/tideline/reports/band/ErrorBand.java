package io.tideline.reports.band;

import io.tideline.reports.band.Band.Confirmation;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The tolerance band of a share of failures. Its logarithm will not do: a share may be 0, and is a
 * count. Runs of unchanged code are taken to fail with a probability that is at most the larger of
 *
 * <ul>
 *   <li>the upper bound of that of all earlier runs together (Clopper and Pearson, 1934), and
 *   <li>the largest share of any earlier run: failures come in bursts, so that runs differ by more
 *       than single requests would.
 * </ul>
 *
 * <p>A run stands out when so many failures, or more, come with a chance below the screen's at that
 * probability, and its share is above that of the earlier runs by a tenth of a per cent.
 */
final class ErrorBand {
  /** Least difference of shares that matters. */
  static final double LEAST = 0.001;

  private final int runs;
  private final Errors pooled;
  private final double probability;
  private final BandSettings settings;

  private ErrorBand(List<Errors> earlier, double probability, BandSettings settings) {
    this.runs = earlier.size();
    this.pooled = Errors.sum(earlier);
    this.probability = probability;
    this.settings = settings;
  }

  static ErrorBand of(List<Errors> earlier, BandSettings settings) {
    double largest = earlier.stream().mapToDouble(Errors::share).max().orElse(0);
    double bound = upperBound(Errors.sum(earlier), settings.chances().screen());
    return new ErrorBand(earlier, Math.max(bound, largest), settings);
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
    return run.share() - expected() > LEAST;
  }

  Confirmation confirm(List<Errors> fresh) {
    Errors all = Errors.sum(fresh);
    double allowed = settings.chances().confirmBeside(1.0 / runs);
    return new Confirmation(all.share() - expected(), chance(all) / allowed, matters(all));
  }

  /** The largest share that does not stand out among {@code requests}. */
  double limit(long requests) {
    int failed =
        binomial(requests, probability).inverseSurvivalProbability(settings.chances().screen());
    return Math.max((double) failed / requests, Math.min(1, expected() + LEAST));
  }

  /** The share that stands out among {@code requests} with the wanted power. */
  double detectable(long requests) {
    int limit = (int) Math.floor(limit(requests) * requests);
    double power = settings.chances().power();
    double low = expected();
    double high = 1;
    for (int i = 0; i < 50; i++) {
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
