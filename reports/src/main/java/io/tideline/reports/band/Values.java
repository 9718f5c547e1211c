package io.tideline.reports.band;

import java.util.List;

/**
 * The values of one metric that a judgement needs, in the metric's unit.
 *
 * @param value of the run
 * @param earlier of the earlier runs
 * @param anchor of the runs that stay fixed
 * @param confirming of the fresh runs
 */
record Values(double value, List<Double> earlier, List<Double> anchor, List<Double> confirming) {}
