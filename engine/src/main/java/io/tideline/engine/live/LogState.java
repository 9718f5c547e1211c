package io.tideline.engine.live;

/**
 * What has been read of a log.
 *
 * @param startEpochMillis wall clock that its times count from; 0 before it was there
 * @param newestMillis latest time of any record, on the log's clock
 * @param bytes read so far
 * @param ok successful requests
 * @param ko failed requests, those that could not be sent included
 * @param active users under way
 * @param unmatched messages of the server that no check waited for, which are no requests
 * @param impossible records whose times cannot be true
 * @param problem why it cannot be read on, one sentence; empty when it can
 */
public record LogState(
    long startEpochMillis,
    int newestMillis,
    long bytes,
    long ok,
    long ko,
    long active,
    long unmatched,
    long impossible,
    String problem) {

  /** How far the newest record is behind a wall clock, in seconds; 0 before there is one. */
  public double ageSeconds(long nowEpochMillis) {
    return startEpochMillis == 0
        ? 0
        : Math.max(0, nowEpochMillis - startEpochMillis - newestMillis) / 1000.0;
  }
}
