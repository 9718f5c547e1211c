package io.tideline.reports.ticket;

/**
 * What a ticket's place in the queue is made of.
 *
 * @param severity by the size of the miss
 * @param reach share of the run's users whom it touches, 0 to 1
 * @param sureness how sure it is
 */
public record Rating(Severity severity, double reach, Sureness sureness) {

  /** In which order it deserves work. */
  public Priority priority() {
    return Priority.of(severity, reach, sureness);
  }

  /** The same, seen again. */
  Rating sure() {
    return new Rating(severity, reach, Sureness.SURE);
  }
}
