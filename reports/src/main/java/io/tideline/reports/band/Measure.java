package io.tideline.reports.band;

/**
 * What kind of figure a question is about.
 *
 * @param worse which way it gets worse
 * @param tail whether it is a percentile from the 99th on
 * @param together whether it is one of many, screened together so that all of them raise no more
 *     false alarms than one; else it is a key figure, screened by itself
 */
public record Measure(Direction worse, boolean tail, boolean together) {

  /** Least difference of logarithms that matters. */
  double delta(BandSettings settings) {
    return tail ? settings.least().tail() : settings.least().usual();
  }
}
