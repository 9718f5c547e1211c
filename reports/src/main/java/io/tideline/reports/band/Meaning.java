package io.tideline.reports.band;

import io.tideline.reports.band.Comparison.Anchor;
import io.tideline.reports.band.Comparison.Confirmed;
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
  private final String base;

  private Meaning(
      Direction worse, boolean share, Comparison figures, BandSettings settings, String base) {
    this.worse = worse;
    this.share = share;
    this.figures = figures;
    this.settings = settings;
    this.words = new Words(figures.expected(), share);
    this.base = base;
  }

  static Meaning ofValue(Direction worse, Comparison figures, BandSettings settings) {
    return new Meaning(worse, false, figures, settings, "the baseline");
  }

  /** Of a share, whose differences are told in points. */
  static Meaning ofShare(Comparison figures, BandSettings settings) {
    return new Meaning(Direction.RISING, true, figures, settings, "the baseline");
  }

  /**
   * Beside earlier runs.
   *
   * @param runs how many there are
   * @param level of how many the level is made, if not of all: a suspected one is left out
   */
  Meaning withBase(int runs, int level) {
    if (figures.earlier().isEmpty()) {
      return this;
    }
    String of = share ? "the share of " : "the mean of ";
    String all = Words.count(runs, "earlier run");
    return new Meaning(
        worse, share, figures, settings, of + (level == runs ? all : level + " of " + all));
  }

  /**
   * Which of the bands decides: that of the earlier runs, unless that of the fixed ones says more.
   */
  static int decided(List<Ruling> rulings) {
    int last = rulings.size() - 1;
    return rulings.get(last).outcome().compareTo(rulings.get(0).outcome()) > 0 ? last : 0;
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
   * @param rulings on the band of earlier runs, and then on that of fixed ones if there is one
   * @param latest what the earlier runs came to, whichever band decided
   */
  Answer answer(List<Ruling> rulings, double latest) {
    int decided = decided(rulings);
    Outcome outcome = rulings.get(decided).outcome();
    Anchor anchor = figures.anchor();
    return answer(outcome, decided > 0 && anchor != null ? crept(anchor, latest) : place(outcome));
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
    double limit = worse == Direction.RISING ? figures.high() : figures.low();
    String within = outcome != Outcome.CALM ? "beyond" : isBetter() ? "better than" : "within";
    Words.Pair pair = words.beside(figures.value(), limit);
    return pair.value()
        + " "
        + base
        + ", "
        + within
        + " the band"
        + (isBetter() ? "" : " that ends " + pair.limit());
  }

  private String crept(Anchor anchor, double latest) {
    Words.Pair pair = words.beside(figures.value(), anchor.limit());
    return pair.value()
        + " the "
        + Words.count(anchor.values().size(), "run")
        + " of the anchor, beyond their band that ends "
        + pair.limit()
        + ", though "
        + new Words(latest, share).beside(figures.value())
        + " the latest: it crept";
  }

  private boolean isBetter() {
    return worse == Direction.RISING
        ? figures.value() < figures.low()
        : figures.value() > figures.high();
  }

  private String fresh() {
    Confirmed confirmed = figures.confirmation();
    String runs = Words.count(figures.confirming().size(), "fresh run");
    if (confirmed == null) {
      return runs;
    }
    Words.Pair pair = words.beside(confirmed.value(), confirmed.limit());
    return runs + " at " + pair.value() + " (limit " + pair.limit() + ")";
  }

  private String allWorse() {
    List<Double> earlier = turned(figures.earlier());
    List<Double> fresh = turned(figures.confirming());
    if (!SlowerThanAll.holds(earlier, fresh)) {
      return "";
    }
    String fact = ", each worse than all " + earlier.size() + " earlier ones";
    if (!SlowerThanAll.holds(earlier, turned(List.of(figures.value())))) {
      return fact;
    }
    return fact
        + String.format(
            Locale.ROOT,
            " (as in 1 of %,.0f orders with the suspected run worse too)",
            SlowerThanAll.oneOf(earlier.size(), fresh.size()));
  }

  /** Values of which more is worse. */
  private List<Double> turned(List<Double> values) {
    return worse == Direction.RISING ? values : values.stream().map(value -> -value).toList();
  }

  private String sentence(String said) {
    return said + (figures.calibrated() ? "" : " (uncalibrated)");
  }
}
