/**
 * Feeder files, which give every virtual user an account of its own and something to do: how they
 * are made and how they are read. Begin reading at {@link io.tideline.feeders.FeederFolder}.
 */
@NullMarked
package io.tideline.feeders;

import org.jspecify.annotations.NullMarked;
