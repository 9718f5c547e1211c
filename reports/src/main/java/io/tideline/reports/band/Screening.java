package io.tideline.reports.band;

import io.tideline.reports.band.Band.Confirmation;
import io.tideline.reports.band.BandSettings.Chances;
import io.tideline.reports.band.Trial.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What comes of all trials of a run together. Key figures are screened each by itself; the many
 * others together, by Benjamini and Hochberg, so that all of them flag something by chance no more
 * often than one key figure does. Those that are flagged must then be confirmed by fresh runs, by
 * Holm over all of them.
 */
final class Screening {
  private final List<Trial> trials;
  private final Chances chances;

  private Screening(List<Trial> trials, Chances chances) {
    this.trials = trials;
    this.chances = chances;
  }

  /** The outcome of each trial. */
  static List<Outcome> of(List<Trial> trials, Chances chances) {
    return rulings(trials, chances).stream().map(Ruling::outcome).toList();
  }

  /** The outcome of each trial, and what decided it. */
  static List<Ruling> rulings(List<Trial> trials, Chances chances) {
    return new Screening(trials, chances).rulings();
  }

  private List<Ruling> rulings() {
    double together =
        BenjaminiHochberg.level(
            trials.stream().filter(Trial::together).map(Trial::chance).toList(), chances.screen());
    List<Double> levels =
        trials.stream().map(trial -> trial.together() ? together : chances.screen()).toList();
    double confirmLevel = confirmLevel(levels);
    List<Ruling> rulings = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      Outcome outcome = outcome(trials.get(i), levels.get(i), confirmLevel);
      rulings.add(new Ruling(outcome, levels.get(i), confirmLevel));
    }
    return rulings;
  }

  private static Outcome outcome(Trial trial, double level, double confirmLevel) {
    if (!isFlagged(trial, level)) {
      return Outcome.CALM;
    }
    Confirmation confirmation = trial.confirmation();
    if (confirmation == null) {
      return Outcome.UNCONFIRMED;
    }
    return luck(confirmation) <= confirmLevel ? Outcome.CONFIRMED : Outcome.REFUTED;
  }

  private static boolean isFlagged(Trial trial, double level) {
    return trial.chance() <= level && trial.matters();
  }

  private double confirmLevel(List<Double> levels) {
    List<Double> luck = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      Confirmation confirmation = trials.get(i).confirmation();
      if (isFlagged(trials.get(i), levels.get(i)) && confirmation != null) {
        luck.add(luck(confirmation));
      }
    }
    return Holm.level(luck, 1);
  }

  private static double luck(Confirmation confirmation) {
    return confirmation.matters() ? confirmation.luck() : Double.POSITIVE_INFINITY;
  }
}
