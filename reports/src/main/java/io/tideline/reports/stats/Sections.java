package io.tideline.reports.stats;

import io.tideline.engine.plan.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Twenty consecutive sections of a run, as equal as whole intervals of its time line allow: how
 * much a percentile differs between them says how far it can be trusted. Requests stall together,
 * so that the textbook interval, which takes each for an independent draw, is far too narrow.
 */
final class Sections {
  static final int COUNT = 20;

  /** Student's t for 19 degrees of freedom at 0.975. */
  private static final double T = 2.093;

  /** Times are in whole milliseconds: 0 stands for less than one. */
  private static final double LEAST_MILLIS = 0.5;

  private final List<Latencies> sections;

  private Sections(List<Latencies> sections) {
    this.sections = sections;
  }

  /** The sections of a scope's phases; without a phase, of all but the warm-up. */
  static Sections of(Run run, Scope scope) {
    TimeLine line = run.timeLine();
    List<Integer> intervals = new ArrayList<>();
    for (PhaseRow phase : run.phases()) {
      boolean counted =
          scope.phase() == null ? !phase.warmUp() : phase.name().equals(scope.phase());
      if (counted) {
        int to = line.from(phase.startSeconds() + phase.durationSeconds());
        for (int i = line.from(phase.startSeconds()); i < to; i++) {
          intervals.add(i);
        }
      }
    }
    List<Latencies> sections = new ArrayList<>();
    for (int i = 0; i < COUNT && intervals.size() >= COUNT; i++) {
      TimeCounts section = new TimeCounts();
      for (int at : intervals.subList(edge(i, intervals), edge(i + 1, intervals))) {
        line.addTo(section, scope, at, at + 1);
      }
      sections.add(Latencies.of(section));
    }
    return new Sections(sections);
  }

  private static int edge(int section, List<Integer> intervals) {
    return (int) ((long) section * intervals.size() / COUNT);
  }

  /**
   * The 95 % interval of a percentile: {@code ln q +- t[19, .975] * sd(ln q_b) / sqrt(20)}, with
   * q_b that of section b (batch means: A. M. Law and W. D. Kelton, "Simulation Modeling and
   * Analysis"). Empty when a section has too few requests for its own.
   *
   * @param value the percentile over all sections together
   */
  Optional<Confidence> around(double value, double quantile) {
    double least = 1 / (1 - quantile);
    if (sections.isEmpty() || sections.stream().anyMatch(one -> one.count() < least)) {
      return Optional.empty();
    }
    double[] logs = sections.stream().mapToDouble(one -> log(one.at(quantile))).toArray();
    double mean = 0;
    for (double log : logs) {
      mean += log / COUNT;
    }
    double squares = 0;
    for (double log : logs) {
      squares += (log - mean) * (log - mean);
    }
    double half = T * Math.sqrt(squares / (COUNT - 1) / COUNT);
    double centre = log(value);
    return Optional.of(new Confidence(Math.exp(centre - half), Math.exp(centre + half)));
  }

  private static double log(double millis) {
    return Math.log(Math.max(LEAST_MILLIS, millis));
  }
}
