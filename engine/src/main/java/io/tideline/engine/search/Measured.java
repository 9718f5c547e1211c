package io.tideline.engine.search;

/**
 * A metric as measured in a step.
 *
 * @param value over the whole measured part; NaN when there was nothing to measure
 * @param interval 95 % interval of {@code value} from equal sections of the part, for display
 * @param count how many values it is made of
 * @param failures failed requests that may have cost it values
 */
public record Measured(double value, Interval interval, long count, long failures) {}
