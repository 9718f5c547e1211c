package io.tideline.reports.band;

import io.tideline.reports.band.Comparison.Anchor;
import io.tideline.reports.band.Trial.Outcome;
import java.util.List;
import java.util.Locale;

/** What figures and outcomes mean: the answer, and its sentence. */
final class Meaning {
  private final Direction worse;
  private final boolean share;
  private final Comparison figures;
  private final BandSettings settings;
  private final Words words;

  private Meaning(Direction worse, boolean share, Comparison figures, BandSettings settings) {
    this.worse = worse;
    this.share = share;
    this.figures = figures;
    this.settings = settings;
    this.words = new Words(figures.expected(), share);
  }

  static Meaning ofValue(Direction worse, Comparison figures, BandSettings settings) {
    return new Meaning(worse, false, figures, settings);
  }

  /** Of a share, whose differences are told in points. */
  static Meaning ofShare(Comparison figures, BandSettings settings) {
    return new Meaning(Direction.RISING, true, figures, settings);
  }

  static Answer tooFew(int earlier, BandSettings settings) {
    return new Answer.Insufficient(
        null,
        Words.count(earlier, "earlier run")
            + " to compare with, "
            + settings.runs().fewest()
            + " needed");
  }

  /**
   * The answer.
   *
   * @param outcomes what came of the band of earlier runs, and then of that of fixed ones if there
   *     is one
   */
  Answer answer(List<Outcome> outcomes) {
    Outcome moving = outcomes.get(0);
    Anchor anchor = figures.anchor();
    if (anchor != null && outcomes.get(outcomes.size() - 1).compareTo(moving) > 0) {
      return answer(outcomes.get(outcomes.size() - 1), crept(anchor));
    }
    return answer(moving, place(moving));
  }

  private Answer answer(Outcome outcome, String place) {
    return switch (outcome) {
      case CONFIRMED ->
          new Answer.Fail(figures, sentence(place + "; confirmed by " + fresh() + allWorse()));
      case UNCONFIRMED ->
          new Answer.Warn(figures, sentence(place + "; no fresh runs were made to confirm it"));
      case REFUTED -> calm(place + "; not confirmed by " + fresh());
      case CALM -> calm(place + (isBetter() ? "; if that is to last, begin a new epoch" : ""));
    };
  }

  private Answer calm(String place) {
    String found = words.change(figures.detectable());
    Double wanted = settings.detect();
    if (share || wanted == null || found() <= Math.log1p(wanted)) {
      return new Answer.Pass(figures, sentence(place + "; " + found + " would be found"));
    }
    String blind = "; only %s would be found, and %s is asked for: %s";
    String advice =
        figures.earlier().isEmpty()
            ? "ask for less, or compare with earlier runs on a machine that is calibrated"
            : "calibrate, add earlier runs, or run longer";
    return new Answer.Insufficient(
        figures, sentence(place + String.format(blind, found, Words.percent(wanted), advice)));
  }

  private double found() {
    return Math.abs(Math.log(figures.detectable() / figures.expected()));
  }

  private String place(Outcome outcome) {
    int runs = figures.earlier().size();
    String base =
        runs == 0
            ? "the baseline"
            : (share ? "the share of " : "the mean of ") + Words.count(runs, "earlier run");
    double limit = worse == Direction.RISING ? figures.high() : figures.low();
    String within = outcome != Outcome.CALM ? "beyond" : isBetter() ? "better than" : "within";
    return words.beside(figures.value())
        + " "
        + base
        + ", "
        + within
        + " the band"
        + (isBetter() ? "" : " that ends " + words.beside(limit));
  }

  private String crept(Anchor anchor) {
    Words fromAnchor = new Words(anchor.expected(), share);
    return fromAnchor.beside(figures.value())
        + " the "
        + Words.count(anchor.values().size(), "run")
        + " of the anchor, beyond their band that ends "
        + fromAnchor.beside(anchor.limit())
        + ", though "
        + words.beside(figures.value())
        + " the latest: it crept";
  }

  private boolean isBetter() {
    return worse == Direction.RISING
        ? figures.value() < figures.low()
        : figures.value() > figures.high();
  }

  private String fresh() {
    List<Double> fresh = figures.confirming();
    double mean = share ? Moments.of(fresh).mean() : Math.exp(Moments.of(Logs.of(fresh)).mean());
    return Words.count(fresh.size(), "fresh run") + " at " + words.beside(mean);
  }

  private String allWorse() {
    List<Double> earlier = turned(figures.earlier());
    List<Double> fresh = turned(figures.confirming());
    if (!SlowerThanAll.holds(earlier, fresh)) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        ", each worse than all earlier ones (1 in %,.0f by chance)",
        SlowerThanAll.oneIn(earlier.size(), fresh.size()));
  }

  /** Values of which more is worse. */
  private List<Double> turned(List<Double> values) {
    return worse == Direction.RISING ? values : values.stream().map(value -> -value).toList();
  }

  private String sentence(String said) {
    return said + (figures.calibrated() ? "" : " (uncalibrated)");
  }
}
