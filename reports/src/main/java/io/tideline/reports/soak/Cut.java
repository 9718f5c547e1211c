package io.tideline.reports.soak;

import io.tideline.reports.drift.Blocks;

/**
 * A series cut into blocks.
 *
 * @param blocks those that hold enough
 * @param blockHours length of each
 * @param possible how many there would be without gaps
 * @param lack why there are too few for an answer, or for calling it stable; empty when there are
 *     enough
 */
record Cut(Blocks blocks, double blockHours, int possible, String lack) {}
