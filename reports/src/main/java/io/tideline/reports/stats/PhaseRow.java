package io.tideline.reports.stats;

import org.jspecify.annotations.Nullable;

/**
 * A phase as it was run.
 *
 * @param name unique within the run
 * @param warmUp whether it is left out of the verdict
 * @param startSeconds since the run's first instant
 * @param durationSeconds its length as far as the run went; the last lasts until the run's end
 * @param offered arrivals that were due, or null when there is no plan
 * @param started arrivals due in this phase that did start; without a plan, users that started in
 *     it
 */
public record PhaseRow(
    String name,
    boolean warmUp,
    double startSeconds,
    double durationSeconds,
    @Nullable Long offered,
    long started) {}
