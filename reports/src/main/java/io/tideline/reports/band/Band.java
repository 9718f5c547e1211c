package io.tideline.reports.band;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The tolerance band of one metric: what a run of unchanged code may come to. All figures are
 * logarithms, turned so that more is worse.
 *
 * <pre>
 *   screen    z - mu       &gt; max( t[nu, 1 - a] * s~ * sqrt(1 + 1/n), delta )
 *   confirm   mean(c) - mu &gt; max( t[nu + m - 1, 1 - b] * s~' * sqrt(1/m + 1/n), delta )
 * </pre>
 *
 * with {@code mu} the mean of n earlier runs, {@code s~} their moderated deviation (see {@link
 * Spread}), c the m fresh runs, and {@code s~'} moderated by their spread too. The run that was
 * screened is no part of the second line: it was picked for being high.
 *
 * @param mean {@code mu}
 * @param meanShare variance of {@code mu} as a share of one run's: {@code 1/n}, or 0 where it is
 *     known
 * @param earlier moments that {@code s~} comes from
 * @param noise {@code s0}
 * @param delta least difference that matters
 * @param settings {@code d0}, a and b
 */
record Band(
    double mean,
    double meanShare,
    Moments earlier,
    Noise noise,
    double delta,
    BandSettings settings) {

  /** The band of earlier runs. */
  static Band of(List<Double> earlier, Noise noise, double delta, BandSettings settings) {
    return of(earlier, Set.of(), noise, delta, settings);
  }

  /**
   * The band of earlier runs, some of which were suspected themselves when they were made. All of
   * them count for the spread; of the suspected ones the highest is left out of the level, so that
   * one that was slow by bad luck, or by a fault that has been mended, does not hide the next.
   *
   * @param marked positions of the suspected ones
   */
  static Band of(
      List<Double> earlier, Set<Integer> marked, Noise noise, double delta, BandSettings settings) {
    Moments level = Moments.of(Marks.withoutWorst(earlier, marked, Comparator.naturalOrder()));
    return new Band(level.mean(), 1.0 / level.count(), Moments.of(earlier), noise, delta, settings);
  }

  /**
   * The band of a ratio that is 1 while candidate and baseline are the same.
   *
   * @param within what the runs that make up the ratio say of the noise
   */
  static Band ofParity(Moments within, Noise noise, double delta, BandSettings settings) {
    return new Band(0, 0, within, noise, delta, settings);
  }

  /** Of how many runs the level is the mean; 0 where it is known. */
  int levelRuns() {
    return meanShare == 0 ? 0 : (int) Math.round(1 / meanShare);
  }

  /** {@code s~} and {@code nu}. */
  Spread spread() {
    return Spread.of(noise, settings.priorFreedom(), earlier);
  }

  /** What the screen's limit lies above the mean, where chance may pass it with {@code chance}. */
  double reach(double chance) {
    return Math.max(spread().reach(chance, 1 + meanShare), delta);
  }

  /** How likely a run of unchanged code comes to {@code z} or more. */
  double chance(double z) {
    return spread().chance(z - mean, 1 + meanShare);
  }

  /** Whether {@code z} lies above the band by what matters; {@link #chance} says by what luck. */
  boolean matters(double z) {
    return z - mean > delta;
  }

  /** What fresh runs say. */
  Confirmation confirm(List<Double> fresh) {
    Moments moments = Moments.of(fresh);
    Spread spread = Spread.of(noise, settings.priorFreedom(), earlier, moments);
    double above = moments.mean() - mean;
    double share = 1.0 / moments.count() + meanShare;
    return new Confirmation(above, spread.chance(above, share) / confirmChance(), above > delta);
  }

  /** The limit that {@code count} fresh runs must pass on average, if they spread as before. */
  double confirmReach(int count) {
    Spread now = spread();
    Spread expected = new Spread(now.deviation(), now.freedom() + count - 1);
    return Math.max(expected.reach(confirmChance(), 1.0 / count + meanShare), delta);
  }

  /**
   * What the mean of fresh runs had to lie above the mean of the earlier ones.
   *
   * @param level most luck that confirms, see {@link Confirmation#luck()}
   */
  double confirmedAbove(List<Double> fresh, double level) {
    Spread spread = Spread.of(noise, settings.priorFreedom(), earlier, Moments.of(fresh));
    double share = 1.0 / fresh.size() + meanShare;
    return Math.max(spread.reach(level * confirmChance(), share), delta);
  }

  private double confirmChance() {
    return settings.chances().confirmBeside(meanShare);
  }

  /**
   * What fresh runs say.
   *
   * @param above their mean less that of the earlier runs
   * @param luck how likely runs of unchanged code come as high, over how likely they may; what is
   *     above 1 confirms nothing
   * @param matters whether it is more than {@code delta}
   */
  record Confirmation(double above, double luck, boolean matters) {}
}
