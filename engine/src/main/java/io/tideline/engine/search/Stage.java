package io.tideline.engine.search;

/**
 * Where a search stands: it either offers a load, and goes on by what comes of it, or has ended.
 */
sealed interface Stage {

  /** There is nothing more to offer. */
  record Ended(Ending ending) implements Stage {}

  /** A load to offer. */
  sealed interface Offer extends Stage {
    SearchPhase phase();

    double load();

    /**
     * The stage that follows.
     *
     * @param good whether the load was held
     * @param findings with this load's among them
     */
    Stage after(boolean good, Findings findings);
  }

  /**
   * Up until something breaks.
   *
   * @param held the load before; 0 at first
   */
  record Doubling(double load, double held) implements Offer {
    @Override
    public SearchPhase phase() {
      return SearchPhase.DOUBLE;
    }

    @Override
    public Stage after(boolean good, Findings findings) {
      if (!good) {
        return held > 0 ? Bisecting.between(held, load, findings) : Halving.below(load, findings);
      }
      return load < findings.loads().cap()
          ? new Doubling(findings.within(2 * load), load)
          : new Holding(SearchPhase.HOLD, load, 1);
    }
  }

  /** Down until something holds; {@code broken} is the load before. */
  record Halving(double load, double broken) implements Offer {
    static Stage below(double broken, Findings findings) {
      return broken > findings.loads().floor()
          ? new Halving(findings.within(broken / 2), broken)
          : new Ended(Ending.BELOW_FLOOR);
    }

    @Override
    public SearchPhase phase() {
      return SearchPhase.HALVE;
    }

    @Override
    public Stage after(boolean good, Findings findings) {
      return good ? Bisecting.between(load, broken, findings) : below(load, findings);
    }
  }

  /** Halves ln(broken / held). */
  record Bisecting(double held, double broken) implements Offer {
    static Stage between(double held, double broken, Findings findings) {
      Bisecting bisecting = new Bisecting(held, broken);
      return Math.log(broken / held) > findings.staircase().bracket()
          ? bisecting
          : new Climbing(bisecting.load(), 1);
    }

    @Override
    public SearchPhase phase() {
      return SearchPhase.BISECT;
    }

    @Override
    public double load() {
      return Math.sqrt(held * broken);
    }

    @Override
    public Stage after(boolean good, Findings findings) {
      return good ? between(load(), broken, findings) : between(held, load(), findings);
    }
  }

  /** The {@code number}-th step of the staircase, from 1. */
  record Climbing(double load, int number) implements Offer {
    @Override
    public SearchPhase phase() {
      return SearchPhase.STAIRCASE;
    }

    @Override
    public Stage after(boolean good, Findings findings) {
      Staircase staircase = findings.staircase();
      if (number >= staircase.steps()) {
        return new Holding(SearchPhase.HOLD, findings.load(), 1);
      }
      double ratio = Math.exp(good ? staircase.stepSize() : -staircase.stepSize());
      return new Climbing(findings.within(load * ratio), number + 1);
    }
  }

  /** The {@code number}-th attempt to hold a result, from 1. */
  record Holding(SearchPhase phase, double load, int number) implements Offer {
    private static final double BACK_OFF = 0.95;

    @Override
    public Stage after(boolean good, Findings findings) {
      if (good) {
        boolean neverBroke = number == 1 && !findings.breaks();
        return new Ended(neverBroke ? Ending.AT_LEAST : Ending.FOUND);
      }
      double less = findings.within(load * BACK_OFF);
      return number < findings.staircase().mostHolds() && less < load
          ? new Holding(SearchPhase.BACK_OFF, less, number + 1)
          : new Ended(Ending.NOT_HELD);
    }
  }
}
