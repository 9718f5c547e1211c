package io.tideline.engine.search;

/** Why a step is taken. */
public enum SearchPhase {
  /** No load was bad yet: twice the one before. */
  DOUBLE("double"),
  /** No load was good yet: half of the one before. */
  HALVE("halve"),
  /** Between the highest good and the lowest bad load. */
  BISECT("bisect"),
  /** Up after a good step, down after a bad one, around the limit. */
  STAIRCASE("staircase"),
  /** The result, for longer. */
  HOLD("hold"),
  /** A little below the result that could not be held, as long. */
  BACK_OFF("back off");

  private final String text;

  SearchPhase(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
