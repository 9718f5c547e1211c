package io.tideline.engine.search;

/**
 * One step as the fit sees it.
 *
 * @param logLoad natural logarithm of the load
 * @param good whether the load was held
 */
record Trial(double logLoad, boolean good) {}
