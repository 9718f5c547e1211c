package io.tideline.reports.band;

import io.tideline.reports.band.Band.Confirmation;
import io.tideline.reports.band.BandSettings.Chances;
import io.tideline.reports.band.Trial.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
    return new Screening(trials, chances).outcomes();
  }

  private List<Outcome> outcomes() {
    boolean[] flagged = flagged();
    boolean[] confirmed = confirmed(flagged);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      boolean fresh = trials.get(i).confirmation() != null;
      Outcome unsure = fresh ? Outcome.REFUTED : Outcome.UNCONFIRMED;
      outcomes.add(!flagged[i] ? Outcome.CALM : confirmed[i] ? Outcome.CONFIRMED : unsure);
    }
    return outcomes;
  }

  private boolean[] flagged() {
    boolean[] flagged = new boolean[trials.size()];
    int[] together = positions(i -> trials.get(i).together());
    boolean[] fall = BenjaminiHochberg.fall(chancesOf(together), chances.screen());
    for (int i = 0; i < together.length; i++) {
      flagged[together[i]] = fall[i] && trials.get(together[i]).matters();
    }
    for (int i : positions(at -> !trials.get(at).together())) {
      flagged[i] = trials.get(i).chance() < chances.screen() && trials.get(i).matters();
    }
    return flagged;
  }

  private boolean[] confirmed(boolean[] flagged) {
    boolean[] confirmed = new boolean[trials.size()];
    List<Integer> asked = new ArrayList<>();
    List<Double> luck = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      Confirmation confirmation = trials.get(i).confirmation();
      if (flagged[i] && confirmation != null) {
        asked.add(i);
        luck.add(confirmation.matters() ? confirmation.luck() : Double.POSITIVE_INFINITY);
      }
    }
    boolean[] fall = Holm.fall(luck, 1);
    for (int i = 0; i < asked.size(); i++) {
      confirmed[asked.get(i)] = fall[i];
    }
    return confirmed;
  }

  private List<Double> chancesOf(int[] positions) {
    return IntStream.of(positions).mapToObj(i -> trials.get(i).chance()).toList();
  }

  private int[] positions(IntPredicate which) {
    return IntStream.range(0, trials.size()).filter(which).toArray();
  }
}
