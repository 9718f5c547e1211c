package io.tideline.reports.stats;

import io.tideline.engine.simlog.MessagePattern;
import org.jspecify.annotations.Nullable;

/**
 * One way in which requests failed.
 *
 * @param message what the check or the connection said; where messages differ in a number, an
 *     identifier or an address, what they have in common
 * @param journey null in the row of everything that was not told apart, like the next two
 * @param request the request's name
 * @param phase the phase in which the requests began
 * @param count how often
 * @param firstSeconds first time, in seconds since the run's first instant
 * @param lastSeconds last time
 * @param example the first message, where they differ; null where all are the same
 */
public record ErrorRow(
    String message,
    @Nullable String journey,
    @Nullable String request,
    @Nullable String phase,
    long count,
    double firstSeconds,
    double lastSeconds,
    @Nullable String example) {

  /** What this way is known by: the same for messages that differ in a number only. */
  public String pattern() {
    return request == null ? message : MessagePattern.of(message);
  }
}
