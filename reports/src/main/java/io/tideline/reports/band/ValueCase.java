package io.tideline.reports.band;

import io.tideline.reports.band.BandSettings.Runs;
import io.tideline.reports.band.Comparison.Anchor;
import io.tideline.reports.band.Comparison.Confirmed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A question about a value, held against the band of earlier runs and that of fixed ones. */
final class ValueCase implements Case {
  private final Measure measure;
  private final Values values;
  private final BandSettings settings;
  private final @Nullable Band moving;
  private final @Nullable Band fixed;

  private ValueCase(
      Measure measure, Values values, List<@Nullable Band> movingAndFixed, BandSettings settings) {
    this.measure = measure;
    this.values = values;
    this.moving = movingAndFixed.get(0);
    this.fixed = movingAndFixed.get(1);
    this.settings = settings;
  }

  static ValueCase of(Question.OfValue question, BandSettings settings) {
    Measure measure = question.measure();
    Noise noise = settings.calibration().noise(question.id());
    int most = settings.runs().most();
    List<Double> latest = Latest.of(question.earlier(), most);
    List<Double> anchor = Latest.of(question.anchor(), most);
    Marks marks = question.marks();
    List<@Nullable Band> bands = new ArrayList<>();
    for (List<Double> series : List.of(latest, anchor)) {
      boolean enough = series.size() >= settings.runs().fewest();
      Set<Integer> marked =
          bands.isEmpty()
              ? Marks.latest(marks.earlier(), question.earlier().size(), most)
              : Marks.latest(marks.anchor(), question.anchor().size(), most);
      List<Double> logs = logs(measure, series);
      double delta = measure.delta(settings);
      bands.add(enough ? Band.of(logs, marked, noise, delta, settings) : null);
    }
    Values values = new Values(question.value(), latest, anchor, question.confirming());
    return new ValueCase(measure, values, bands, settings);
  }

  static ValueCase of(Question.OfPairs question, BandSettings settings) {
    Measure measure = question.measure();
    Noise noise = Noise.UNKNOWN_OF_PAIRS;
    double delta = measure.delta(settings);
    List<Double> latest = Latest.of(question.earlier(), settings.runs().most());
    Band band =
        latest.size() >= settings.runs().fewest()
            ? Band.of(logs(measure, latest), noise, delta, settings)
            : Band.ofParity(question.session().within(), noise, delta, settings);
    List<Double> fresh = question.confirming().stream().map(Abba::ratio).toList();
    Values values = new Values(question.session().ratio(), latest, List.of(), fresh);
    List<@Nullable Band> bands = new ArrayList<>();
    bands.add(band);
    bands.add(null);
    return new ValueCase(measure, values, bands, settings);
  }

  @Override
  public List<Trial> trials() {
    List<Trial> trials = new ArrayList<>();
    for (Band band : bands()) {
      double z = measure.worse().log(values.value());
      List<Double> fresh = logs(measure, values.confirming());
      boolean confirmable = fresh.size() >= Runs.FEWEST_CONFIRMING;
      trials.add(
          new Trial(
              measure.together(),
              band.chance(z),
              band.matters(z),
              confirmable ? band.confirm(fresh) : null));
    }
    return trials;
  }

  @Override
  public Answer answer(List<Ruling> rulings) {
    if (rulings.isEmpty()) {
      return Meaning.tooFew(values.earlier().size(), settings);
    }
    int decided = Meaning.decided(rulings);
    Comparison comparison = comparison(bands().get(decided), rulings);
    BandSettings asked = measure.together() ? settings.detectingAny() : settings;
    return Meaning.ofValue(measure.worse(), comparison, asked)
        .withBase(bands().get(0).earlier().count(), bands().get(0).levelRuns())
        .answer(rulings, measure.worse().value(bands().get(0).mean()));
  }

  private List<Band> bands() {
    List<Band> bands = new ArrayList<>();
    if (moving != null) {
      bands.add(moving);
    }
    if (fixed != null) {
      bands.add(fixed);
    }
    return bands;
  }

  private Comparison comparison(Band band, List<Ruling> rulings) {
    Ruling ruling = rulings.get(Meaning.decided(rulings));
    Direction worse = measure.worse();
    double z = worse.log(values.value());
    double reach = band.reach(ruling.level());
    double better = worse.value(band.mean() - reach);
    double limit = worse.value(band.mean() + reach);
    double expected = worse.value(band.mean());
    return new Comparison(
        values.value(),
        expected,
        Math.min(better, limit),
        Math.max(better, limit),
        values.value() / expected,
        band.chance(z),
        worse.value(band.mean() + Detectable.of(band, ruling.level())),
        band.noise().calibrated(),
        moving == null ? values.anchor() : values.earlier(),
        values.confirming(),
        moving == null || fixed == null ? null : anchor(fixed, ruling.level()),
        confirmed(band, ruling));
  }

  private Anchor anchor(Band band, double level) {
    Direction worse = measure.worse();
    double expected = worse.value(band.mean());
    double limit = worse.value(band.mean() + band.reach(level));
    return new Anchor(expected, limit, values.value() / expected, values.anchor());
  }

  private @Nullable Confirmed confirmed(Band band, Ruling ruling) {
    List<Double> fresh = logs(measure, values.confirming());
    if (!ruling.isFlagged() || fresh.size() < Runs.FEWEST_CONFIRMING) {
      return null;
    }
    double above = band.confirmedAbove(fresh, ruling.confirmLevel());
    Direction worse = measure.worse();
    return new Confirmed(worse.value(Moments.of(fresh).mean()), worse.value(band.mean() + above));
  }

  private static List<Double> logs(Measure measure, List<Double> series) {
    return series.stream().map(measure.worse()::log).toList();
  }
}
