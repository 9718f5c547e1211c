package io.tideline.engine.plan;

import org.jspecify.annotations.Nullable;

/**
 * What a plan asks of the comparison with earlier runs.
 *
 * @param detect rise of a key figure that must not go unseen, 0.1 for 10 %: where only a larger one
 *     would have been found, the run proves nothing. Null when none is asked for
 * @param requests whether a single request that became slower fails the run; else it is a warning
 */
public record Regression(@Nullable Double detect, boolean requests) {
  /** What holds unless a plan says otherwise. */
  public static final Regression STANDARD = new Regression(null, true);
}
