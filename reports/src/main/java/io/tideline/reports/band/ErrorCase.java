package io.tideline.reports.band;

import io.tideline.reports.band.BandSettings.Runs;
import io.tideline.reports.band.Comparison.Anchor;
import io.tideline.reports.band.Comparison.Confirmed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A question about a share of failures, held against earlier runs and fixed ones. */
final class ErrorCase implements Case {
  private final Question.OfErrors question;
  private final BandSettings settings;
  private final List<Errors> earlier;
  private final List<Errors> anchor;
  private final List<ErrorBand> bands = new ArrayList<>();

  ErrorCase(Question.OfErrors question, BandSettings settings) {
    this.question = question;
    this.settings = settings;
    List<Errors> latest = Latest.of(question.earlier(), settings.runs().most());
    List<Errors> fixed = Latest.of(question.anchor(), settings.runs().most());
    boolean moving = latest.size() >= settings.runs().fewest();
    this.earlier = moving ? latest : fixed;
    this.anchor = moving ? fixed : List.of();
    int most = settings.runs().most();
    Set<Integer> marked = Marks.latest(question.marks().earlier(), question.earlier().size(), most);
    Set<Integer> markedFixed =
        Marks.latest(question.marks().anchor(), question.anchor().size(), most);
    add(earlier, moving ? marked : markedFixed);
    add(anchor, markedFixed);
  }

  private void add(List<Errors> runs, Set<Integer> marked) {
    if (runs.size() >= settings.runs().fewest()) {
      bands.add(ErrorBand.of(runs, marked, settings));
    }
  }

  @Override
  public List<Trial> trials() {
    List<Errors> fresh = question.confirming();
    boolean confirmable = fresh.size() >= Runs.FEWEST_CONFIRMING;
    return bands.stream()
        .map(
            band ->
                new Trial(
                    false,
                    band.chance(question.run()),
                    band.matters(question.run()),
                    confirmable ? band.confirm(fresh) : null))
        .toList();
  }

  @Override
  public Answer answer(List<Ruling> rulings) {
    if (rulings.isEmpty()) {
      return Meaning.tooFew(question.earlier().size(), settings);
    }
    int decided = Meaning.decided(rulings);
    return Meaning.ofShare(comparison(bands.get(decided), rulings.get(decided)), settings)
        .withBase(earlier.size(), bands.get(0).levelRuns())
        .answer(rulings, bands.get(0).expected());
  }

  private Comparison comparison(ErrorBand band, Ruling ruling) {
    Errors run = question.run();
    return new Comparison(
        run.share(),
        band.expected(),
        0,
        band.limit(run.requests()),
        ratio(band),
        band.chance(run),
        band.detectable(run.requests()),
        true,
        shares(earlier),
        shares(question.confirming()),
        bands.size() < 2 ? null : anchor(bands.get(1)),
        confirmed(band, ruling));
  }

  private @Nullable Confirmed confirmed(ErrorBand band, Ruling ruling) {
    List<Errors> fresh = question.confirming();
    if (!ruling.isFlagged() || fresh.size() < Runs.FEWEST_CONFIRMING) {
      return null;
    }
    Errors all = Errors.sum(fresh);
    return new Confirmed(all.share(), band.confirmLimit(all.requests(), ruling.confirmLevel()));
  }

  private Anchor anchor(ErrorBand band) {
    return new Anchor(
        band.expected(), band.limit(question.run().requests()), ratio(band), shares(anchor));
  }

  private @Nullable Double ratio(ErrorBand band) {
    return band.expected() == 0 ? null : (Double) (question.run().share() / band.expected());
  }

  private static List<Double> shares(List<Errors> runs) {
    return runs.stream().map(Errors::share).toList();
  }
}
