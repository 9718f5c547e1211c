/**
 * The statistics of comparing a run with earlier ones: one value per run and metric in, an answer
 * with its tolerance band out; no file, no clock. Begin with {@link
 * io.tideline.reports.band.Judgement}, and with docs/regression.md for how often it errs.
 */
@NullMarked
package io.tideline.reports.band;

import org.jspecify.annotations.NullMarked;
