package io.tideline.reports.stats;

import io.tideline.engine.plan.Resilience.Window;
import io.tideline.engine.plan.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A part of a run around its faults: whole intervals of the run's time line, to which a request
 * belongs by its end. Its counts are exact, its times those of the time line's histograms, within
 * 0.1 %.
 *
 * @param window which part
 * @param fault name of the fault; null for the time before the first
 * @param from its first interval
 * @param to one past its last; equal to {@code from} when there was no time for it
 * @param line the run over time
 */
public record FaultWindow(Window window, @Nullable String fault, int from, int to, TimeLine line) {

  public FaultWindow {
    to = Math.max(from, to);
  }

  /** Its beginning, in seconds since the run's first instant. */
  public double fromSeconds() {
    return (double) from * line.intervalSeconds();
  }

  /** Its end. */
  public double toSeconds() {
    return (double) to * line.intervalSeconds();
  }

  /** Its length. */
  public double seconds() {
    return toSeconds() - fromSeconds();
  }

  /** How many intervals it has. */
  public int intervals() {
    return to - from;
  }

  /** Times of the successful requests of a scope. */
  public Latencies latencies(Scope scope) {
    return line.latencies(scope, from, to);
  }

  /** How many requests of a scope failed. */
  public long failures(Scope scope) {
    return line.failures(scope, from, to);
  }

  /** How many requests of a scope ended. */
  public long requests(Scope scope) {
    return latencies(scope).count() + failures(scope);
  }

  /** In words, for example {@code during "primary killed"}. */
  public String words() {
    return fault == null ? window.key() + " the faults" : window.key() + " \"" + fault + "\"";
  }
}
