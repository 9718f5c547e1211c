package io.tideline.reports.stats;

import org.jspecify.annotations.Nullable;

/**
 * One interval of the time line, apart from its requests.
 *
 * @param startSeconds since the run's first instant
 * @param usersStarted users that started in it, by the log's count
 * @param usersEnded users that left in it
 * @param active users under way at its end
 * @param due arrivals that were due in it; null without a record of starts
 * @param started arrivals that started in it; null without a record of starts
 */
public record Moment(
    double startSeconds,
    long usersStarted,
    long usersEnded,
    long active,
    @Nullable Long due,
    @Nullable Long started) {}
