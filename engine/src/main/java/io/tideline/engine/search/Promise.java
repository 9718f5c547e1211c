package io.tideline.engine.search;

/**
 * One limit on one metric of one scope, as far as the judge needs it.
 *
 * @param scope what people call the requests that count
 * @param metric such as {@code p99} or {@code errors}
 * @param limit largest value that holds, in the metric's unit
 * @param least fewest values from which the metric can be told
 */
public record Promise(String scope, String metric, double limit, long least) {}
